import type { KnownArm } from '../known-arms.js';
/** The engines that can stream; `eligibility.json` has a section for each. */
export type StreamingEngine = 'aurora-mysql' | 'aurora-postgresql';
export declare const isStreamingEngine: (name: string) => name is StreamingEngine;
/** Those that an `engine` may be; all of them where it is not known to be some of them. */
export declare const streamingEngines: (engine: readonly KnownArm[]) => readonly StreamingEngine[];
