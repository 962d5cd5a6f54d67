import type { StreamingEngine } from './engines.js';
/** `unlisted` runs this engine, or the other one, and is not in AWS's list of those that can stream with this one. */
export type Unsupported = 'not-aurora' | 'unsupported' | 'unlisted';
/** What speaks against an instance class; `undefined` for those that can stream, and for those that the table does not know. */
export declare const unsupportedClass: (engine: StreamingEngine, name: string) => Unsupported | undefined;
/** `db.r8g, db.r7g`: the families that can stream. */
export declare const supportedFamilies: (engine: StreamingEngine) => string;
/**
 * The class that an instance may have instead, of the same size and processor architecture; the least one for what has no size or
 * is smaller. `undefined` where there is none of that size.
 */
export declare const suggestedClass: (engine: StreamingEngine, name: string) => string | undefined;
/** The class that costs least of those that can stream: what is suggested in the place of a small one that cannot. */
export declare const smallestClass: (engine: StreamingEngine) => string | undefined;
