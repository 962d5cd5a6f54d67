import table from './eligibility.json' with { type: 'json' }
import type { StreamingEngine } from './engines.js'

/** `unlisted` runs this engine, or the other one, and is not in AWS's list of those that can stream with this one. */
export type Unsupported = 'not-aurora' | 'unsupported' | 'unlisted'

const { engines, unsupported, notAurora, suggested, sizes } = table.instanceClasses

const beginnings = notAurora.map((pattern) => pattern.replace('*', ''))

/** What speaks against an instance class; `undefined` for those that can stream, and for those that the table does not know. */
export const unsupportedClass = (engine: StreamingEngine, name: string): Unsupported | undefined => {
  const family = /^db\.([a-z0-9]+)(?:\.|$)/.exec(name)?.[1]
  if (family === undefined) return undefined
  if (unsupported.includes(family)) return 'unsupported'
  if (beginnings.some((beginning) => family.startsWith(beginning))) return 'not-aurora'
  return engines[engine].unlisted.includes(family) ? 'unlisted' : undefined
}

/** `db.r8g, db.r7g`: the families that can stream. */
export const supportedFamilies = (engine: StreamingEngine): string =>
  engines[engine].supported.map((family) => `db.${family}`).join(', ')

/**
 * The class that an instance may have instead, of the same size and processor architecture; the least one for what has no size or
 * is smaller. `undefined` where there is none of that size.
 */
export const suggestedClass = (engine: StreamingEngine, name: string): string | undefined => {
  const [, family, written] = /^db\.([a-z0-9]+)(?:\.([a-z0-9]+))?/.exec(name) ?? []
  if (family === undefined) return undefined
  const least = xlarges(written)
  const size = least === undefined ? undefined : sizes.find((one) => (xlarges(one) ?? 0) >= least)
  const fitting = suggested.find(
    ({ insteadOf, largest }) =>
      size !== undefined &&
      sizes.indexOf(size) <= sizes.indexOf(largest) &&
      insteadOf.some((pattern) =>
        pattern.endsWith('*') ? family.startsWith(pattern.slice(0, -1)) : family === pattern,
      ),
  )
  return fitting && engines[engine].supported.includes(fitting.family) ? `db.${fitting.family}.${size}` : undefined
}

/** The class that costs least of those that can stream: what is suggested in the place of a small one that cannot. */
export const smallestClass = (engine: StreamingEngine): string | undefined => suggestedClass(engine, 'db.t4g.medium')

/** How many times an `xlarge`; 0 for what is smaller than `large`, `undefined` for what is no size (`metal`). */
const xlarges = (size: string | undefined): number | undefined => {
  if (size === undefined || /^(?:nano|micro|small|medium)$/.test(size)) return 0
  const [, times, extra] = /^(\d*)(x?)large$/.exec(size) ?? []
  if (times === undefined) return undefined
  return extra === '' ? 0.5 : Number(times || 1)
}
