/** What the name of a file in a module's directory says about it. */
export interface ConfigurationFileName {
  readonly name: string
  /** Without its ending. */
  readonly stem: string
  readonly syntax: 'native' | 'json'
  /** Merged into what the other files declare, not added to it. */
  readonly override: boolean
}

// The longer endings first: `x.tf.json` is no `.json` file of the stem `x.tf`.
const endings = [
  { ending: '.tofu.json', syntax: 'json', shadows: '.tf.json' },
  { ending: '.tf.json', syntax: 'json' },
  { ending: '.tofu', syntax: 'native', shadows: '.tf' },
  { ending: '.tf', syntax: 'native' },
] as const

const endingOf = (name: string) => endings.find(({ ending }) => name.endsWith(ending))

/** Hidden files and the backups of editors; the rest as Terraform's own loader has it. */
const ignored = (name: string): boolean =>
  name.startsWith('.') || name.endsWith('~') || (name.startsWith('#') && name.endsWith('#'))

export const isConfigurationFile = (name: string): boolean => !ignored(name) && endingOf(name) !== undefined

/** The configuration files among the names, in the order in which they are read: `x.tofu` takes the place of `x.tf`. */
export const configurationFiles = (names: Iterable<string>): readonly ConfigurationFileName[] => {
  const found: ConfigurationFileName[] = []
  const shadowed = new Set<string>()
  for (const name of names) {
    const ending = ignored(name) ? undefined : endingOf(name)
    if (!ending) continue
    const stem = name.slice(0, -ending.ending.length)
    const override = stem === 'override' || stem.endsWith('_override')
    if ('shadows' in ending) shadowed.add(stem + ending.shadows)
    found.push({ name, stem, syntax: ending.syntax, override })
  }
  const read = shadowed.size === 0 ? found : found.filter(({ name }) => !shadowed.has(name))
  return read.sort((a, b) => byName(a.name, b.name))
}

export const isValuesFile = (name: string): boolean => /\.tfvars(?:\.json)?$/.test(name)

/** The variable files that Terraform reads by itself, weakest first. */
export const automaticValuesFiles = (names: Iterable<string>): readonly string[] => {
  const all = [...names]
  const fixed = ['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => all.includes(name))
  const automatic = all.filter((name) => name.endsWith('.auto.tfvars') || name.endsWith('.auto.tfvars.json'))
  return [...fixed, ...automatic.sort(byName)]
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
