import type { StreamingEngine } from './engines.js';
/** `unlisted` runs this engine, or the other one, and is not in AWS's list of those that can stream with this one. */
export type Unsupported = 'not-aurora' | 'unsupported' | 'unlisted';
/** What speaks against an instance class; `undefined` for those that can stream, and for those that the table does not know. */
export declare const unsupportedClass: (engine: StreamingEngine, name: string) => Unsupported | undefined;
/** `db.r8g, db.r7g`: the families that can stream. */
export declare const supportedFamilies: (engine: StreamingEngine) => string;
