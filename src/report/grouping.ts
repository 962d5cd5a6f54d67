import type { Finding, Fix } from '../finding.js'
import { fixIdentity } from './fix-identity.js'

/** Findings with one cause, seen at several resource instances. */
export interface Group {
  /** The one whose words stand for all. */
  readonly finding: Finding
  /** Every address, in the report's order; at least one. */
  readonly addresses: readonly string[]
  /** The same with the root module, where the run has several. */
  readonly places: readonly string[]
  /** All that differ, in the report's order: a cause in a module may be mended in each of its root modules. */
  readonly patches: readonly GroupPatch[]
}

export interface GroupPatch {
  readonly fix: Fix
  /** Those of the group's places that it mends; at least one. */
  readonly places: readonly string[]
}

const INSTANCE_KEY = /(?<=[\w-])\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g

/** `module.db["b"].aws_rds_cluster.this[0]` to `module.db.aws_rds_cluster.this`. */
export const withoutKeys = (text: string): string => text.replace(INSTANCE_KEY, '')

/** One entry for findings that say the same of the same place and differ in the instance alone. */
export const group = (findings: readonly Finding[]): readonly Group[] => {
  const causes = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const key = causeOf(finding)
    const known = causes.get(key)
    if (known) known.push(finding)
    else causes.set(key, [finding])
  }
  return [...causes.values()].map((alike) => ({
    finding: alike[0],
    addresses: alike.map(({ address }) => address),
    places: alike.map(placeOf),
    patches: patchesOf(alike),
  }))
}

/** The address, with the root module where the run has several. */
export const placeOf = ({ address, rootModule }: Finding): string =>
  rootModule === undefined ? address : `${address} (${rootModule})`

const patchesOf = (findings: readonly [Finding, ...Finding[]]): readonly GroupPatch[] => {
  const [first, ...others] = findings
  // Of most causes there is one finding, and an identity is as long as what the patch writes.
  if (others.length === 0) return first.fix ? [{ fix: first.fix, places: [placeOf(first)] }] : []
  const patches = new Map<string, { readonly fix: Fix; readonly places: string[] }>()
  for (const finding of findings) {
    const { fix } = finding
    if (!fix) continue
    const key = JSON.stringify([fix.safety, fixIdentity(fix) ?? fix.title])
    const known = patches.get(key)
    if (known) known.places.push(placeOf(finding))
    else patches.set(key, { fix, places: [placeOf(finding)] })
  }
  return [...patches.values()]
}

const causeOf = (finding: Finding): string => {
  const { location } = finding
  const own = withoutKeys(finding.address)
  const anonymous = (text: string): string => {
    const others = text.replaceAll(finding.address, '\0')
    const bare = withoutKeys(others)
    // Another instance of the same resource is told from this one by its key alone.
    return bare.includes(own) ? others : bare
  }
  const place =
    location?.kind === 'source'
      ? [location.source.path, location.span.start, location.span.end]
      : [location?.file, withoutKeys(finding.address), finding.path]
  return JSON.stringify([
    finding.rule,
    finding.severity,
    finding.verdict,
    place,
    anonymous(finding.message),
    anonymous(finding.hint),
    finding.because.map(anonymous),
  ])
}

/** Instances named for one cause; the JSON report names all. */
export const NAMED = 8

/** The addresses, the first of them where they are many; each as it is to be shown. */
export const named = (addresses: readonly string[], shown: (address: string) => string): string => {
  const first = addresses.slice(0, NAMED).map(shown).join(', ')
  return addresses.length > NAMED ? `${first} and ${addresses.length - NAMED} more` : first
}

/** `, for aws_rds_cluster.this[1]`: what a patch mends, where that is not all of the group. */
export const mended = (entry: Group, places: readonly string[], shown: (place: string) => string): string =>
  places.length === entry.places.length ? '' : `, for ${named(places, shown)}`

/** What is said of one instance, as it holds for all of the group: resource addresses for instance addresses. */
export const wordsOf = ({ finding, addresses }: Group, words: string): string => {
  if (addresses.length < 2) return words
  const resources = new Set(addresses.map(withoutKeys))
  return resources.size === 1
    ? withoutKeys(words)
    : words.replaceAll(finding.address, lastStep(withoutKeys(finding.address)))
}

/** `module.db.aws_rds_cluster.this` to `aws_rds_cluster.this`: what instances in different modules have in common. */
const lastStep = (address: string): string => address.split('.').slice(-2).join('.')
