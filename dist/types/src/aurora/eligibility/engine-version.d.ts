import type { StreamingEngine } from './engines.js';
/** Whether no version that begins like this has streams; false for text that cannot be read as a version. */
export declare const isUnsupportedVersion: (engine: StreamingEngine, text: string) => boolean;
/** `Aurora MySQL 2.11`: from there on every version has streams. */
export declare const leastVersion: (engine: StreamingEngine) => string;
/**
 * The least version with streams that new clusters can have and that is not below this one, as it is written (without quotes);
 * `undefined` for text that cannot be read as a version.
 */
export declare const suggestedVersion: (engine: StreamingEngine, text: string) => string | undefined;
