/** Where a module call's `source` leads, in the terms of the table of known modules. */
export type ModuleSource =
  | { readonly kind: 'registry'; readonly address: string; readonly directory: string }
  | {
      readonly kind: 'repository'
      /** `github.com/owner/name`, in lower case. */
      readonly repository: string
      readonly directory: string
      /** A tag, a branch or a commit, as written. */
      readonly ref?: string
    }

const PUBLIC_REGISTRIES: ReadonlySet<string> = new Set(['registry.terraform.io', 'registry.opentofu.org'])

/** `undefined` for a local path, a private registry, an archive and whatever else no known module comes from. */
export const parseModuleSource = (text: string): ModuleSource | undefined => {
  const [address = '', query = ''] = text.split('?', 2)
  const { before, directory } = splitDirectory(address)
  return registrySource(before, directory) ?? repositorySource(before, directory, query)
}

/** What follows `//`, which is not that of `https://`. */
const splitDirectory = (address: string): { readonly before: string; readonly directory: string } => {
  const scheme = address.indexOf('://')
  const at = address.indexOf('//', scheme === -1 ? 0 : scheme + '://'.length)
  if (at === -1) return { before: address, directory: '' }
  return { before: address.slice(0, at), directory: address.slice(at + '//'.length).replace(/\/+$/, '') }
}

const registrySource = (address: string, directory: string): ModuleSource | undefined => {
  const [, host, path] = /^(?:([a-z0-9-]+(?:\.[a-z0-9-]+)+)\/)?([\w-]+\/[\w-]+\/[\w-]+)$/i.exec(address) ?? []
  if (path === undefined || (host !== undefined && !PUBLIC_REGISTRIES.has(host.toLowerCase()))) return undefined
  return { kind: 'registry', address: path.toLowerCase(), directory }
}

const GITHUB = /^(?:git::)?(?:(?:https?|ssh|git):\/\/)?(?:[^@/]+@)?github\.com[/:]([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/i

const repositorySource = (address: string, directory: string, query: string): ModuleSource | undefined => {
  const path = GITHUB.exec(address)?.[1]
  if (path === undefined) return undefined
  const ref = new URLSearchParams(query).get('ref')
  return {
    kind: 'repository',
    repository: `github.com/${path.toLowerCase()}`,
    directory,
    ...(ref !== null && { ref }),
  }
}
