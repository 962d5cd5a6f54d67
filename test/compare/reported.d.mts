import type { Sample } from './samples.mjs'
import type { Tool } from './tools.mjs'

/** By set of samples and mistake, the checks that report it. */
export type Reported = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
export declare const reportedMistakes: (
  tool: Tool,
  samples: readonly Sample[],
) => { readonly reported: Reported; readonly coincidences: Readonly<Record<string, readonly string[]>> }
