import type { KnownArm } from '../known-arms.js'

/** The engines that can stream; `eligibility.json` has a section for each. */
export type StreamingEngine = 'aurora-mysql' | 'aurora-postgresql'

export const isStreamingEngine = (name: string): name is StreamingEngine =>
  name === 'aurora-mysql' || name === 'aurora-postgresql'

/** Those that an `engine` may be; all of them where it is not known to be some of them. */
export const streamingEngines = (engine: readonly KnownArm[]): readonly StreamingEngine[] => {
  const named = engine.map(({ text }) => text).filter(isStreamingEngine)
  return named.length > 0 ? named : ['aurora-mysql', 'aurora-postgresql']
}
