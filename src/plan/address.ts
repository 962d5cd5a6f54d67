/**
 * The module part of a resource instance's address: `module.db["b"]` of `module.db["b"].aws_rds_cluster.this[0]`, empty in the
 * root module. Keys may hold anything, quotes and brackets too.
 */
export const moduleAddressOf = (address: string): string => {
  let end = 0
  for (let at = 0; address.startsWith('module.', at); ) {
    at += 'module.'.length
    while (at < address.length && address[at] !== '.' && address[at] !== '[') at += 1
    if (address[at] === '[') at = behindKey(address, at)
    end = at
    at += 1
  }
  return address.slice(0, end)
}

/** The names of the calls that lead to a module instance: `db` and `audit` of `module.db["b"].module.audit`. */
export const moduleNamesOf = (moduleAddress: string): readonly string[] => {
  const names: string[] = []
  for (let at = 0; moduleAddress.startsWith('module.', at); at += 1) {
    const start = at + 'module.'.length
    for (at = start; at < moduleAddress.length && moduleAddress[at] !== '.' && moduleAddress[at] !== '['; ) at += 1
    names.push(moduleAddress.slice(start, at))
    if (moduleAddress[at] === '[') at = behindKey(moduleAddress, at)
  }
  return names
}

/** `at` is at the bracket. */
const behindKey = (address: string, at: number): number => {
  let quoted = false
  for (let index = at + 1; index < address.length; index += 1) {
    const character = address[index]
    if (quoted && character === '\\') index += 1
    else if (character === '"') quoted = !quoted
    else if (!quoted && character === ']') return index + 1
  }
  return address.length
}

/** With the instance's key, as Terraform prints it: `aws_rds_cluster.main["b"]`. */
export const withKey = (address: string, key: string | number | undefined): string => {
  if (key === undefined) return address
  if (typeof key === 'number') return `${address}[${key}]`
  return `${address}[${JSON.stringify(key).replace(/[$%](?=\{)/g, (sign) => sign + sign)}]`
}
