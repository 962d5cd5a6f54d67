import table from './eligibility.json' with { type: 'json' }
import type { StreamingEngine } from './engines.js'

/** `unlisted` runs this engine, or the other one, and is not in AWS's list of those that can stream with this one. */
export type Unsupported = 'not-aurora' | 'unsupported' | 'unlisted'

const { engines, unsupported, notAurora } = table.instanceClasses

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
