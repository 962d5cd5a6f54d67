import table from './eligibility.json' with { type: 'json' }
import type { StreamingEngine } from './engines.js'

/** `2.11`; the components of a version, of which the last ones may be left out. */
type Components = readonly number[]

interface Range {
  readonly from: string
  readonly before?: string
}

interface Versions {
  /** As AWS calls the engine. */
  readonly name: string
  readonly supported: readonly Range[]
  readonly suggested: readonly string[]
  readonly community?: Readonly<Record<string, string>>
}

const versionsOf = (engine: StreamingEngine): Versions => table.versions.engines[engine]

/** Whether no version that begins like this has streams; false for text that cannot be read as a version. */
export const isUnsupportedVersion = (engine: StreamingEngine, text: string): boolean => {
  const version = auroraVersion(engine, text)
  return version !== undefined && !versionsOf(engine).supported.some((range) => mayBeWithin(version, range))
}

/** `Aurora MySQL 2.11`: from there on every version has streams. */
export const leastVersion = (engine: StreamingEngine): string => {
  const { name, supported } = versionsOf(engine)
  return `${name} ${supported.at(-1)?.from}`
}

/**
 * The least version with streams that new clusters can have and that is not below this one, as it is written (without quotes);
 * `undefined` for text that cannot be read as a version.
 */
export const suggestedVersion = (engine: StreamingEngine, text: string): string | undefined => {
  const version = auroraVersion(engine, text)
  return (
    version && versionsOf(engine).suggested.find((one) => compare(auroraVersion(engine, one) ?? [], version, 0) >= 0)
  )
}

/** Of `8.0.mysql_aurora.3.04.0` the Aurora version, of `8.0` what it stands for; of Aurora PostgreSQL both are one. */
const auroraVersion = (engine: StreamingEngine, text: string): Components | undefined => {
  const { community } = versionsOf(engine)
  if (!community) return components(/^(\d+(?:\.\d+)*)(?:-[a-z]+)?$/.exec(text)?.[1])
  const aurora = /^\d+\.\d+\.mysql_aurora\.(\d+(?:\.\d+)*)$/.exec(text)?.[1]
  const database = /^(\d+\.\d+)(?:\.\w+)?$/.exec(text)?.[1]
  return components(aurora ?? (database === undefined ? undefined : new Map(Object.entries(community)).get(database)))
}

const components = (text: string | undefined): Components | undefined => text?.split('.').map(Number)

/** What is left out of the version may be anything: `11` is also the latest 11. */
const mayBeWithin = (version: Components, { from, before }: Range): boolean =>
  compare(version, components(from) ?? [], Number.POSITIVE_INFINITY) >= 0 &&
  (before === undefined || compare(version, components(before) ?? [], 0) < 0)

/** `rest` stands for the components that the version leaves out. */
const compare = (version: Components, bound: Components, rest: number): number => {
  for (let at = 0; at < Math.max(version.length, bound.length); at += 1) {
    const difference = (version[at] ?? rest) - (bound[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
