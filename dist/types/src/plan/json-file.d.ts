import type { Diagnostic } from '../source/diagnostic.js';
import type { RandomAccess } from '../source/file-system.js';
import type { JsonValue } from './document.js';
/** Offsets in bytes of the file; `end` is exclusive. */
export interface ByteRange {
    readonly start: number;
    readonly end: number;
}
/** A JSON document on disk, read in ranges. Whatever goes wrong is reported in `diagnostics`, never thrown. */
export declare class JsonFile {
    #private;
    /** As the user knows it. */
    readonly path: string;
    readonly diagnostics: Diagnostic[];
    constructor(access: RandomAccess, path: string);
    report(severity: Diagnostic['severity'], message: string, hint?: string): void;
    /** Fills `into` as far as the file goes; returns how many bytes were read. Throws Node's system errors. */
    read(into: Uint8Array, position: number): number;
    /** The value whose text is the range; `undefined`, and a diagnostic, where it is none. */
    value(range: ByteRange): JsonValue | undefined;
    /** `start` is the byte offset of `text`, for the diagnostic. */
    parse(text: string, start: number): JsonValue | undefined;
    close(): void;
}
/** `EIO`, say; throws on what is no system error. */
export declare const systemErrorCode: (error: unknown) => string;
