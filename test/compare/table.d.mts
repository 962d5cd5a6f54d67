import type { Reported } from './reported.mjs'

/** What a tool reports, as measured. */
export interface Column {
  readonly name: string
  readonly version: string
  readonly ruleset?: string
  readonly command: string
  readonly reported: Reported
  readonly coincidences: Readonly<Record<string, readonly string[]>>
  /** Checks that look at the stream of the bundled sample, its key in quotes, and find it in order. */
  readonly accepted: readonly string[]
  /** Checks that report something in the bundled sample when its mistakes are mended. */
  readonly beside: readonly string[]
  readonly exits: { readonly before: number; readonly after: number }
  /** Of an empty process of Node's. */
  readonly time: number
}
export interface Results {
  readonly date: string
  readonly node: string
  readonly system: string
  readonly samples: Readonly<Record<string, readonly string[]>>
  readonly tools: readonly Column[]
}
export declare const table: (results: Results) => string
