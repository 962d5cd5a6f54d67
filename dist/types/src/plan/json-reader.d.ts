import type { JsonValue } from './document.js';
import type { ByteRange, JsonFile } from './json-file.js';
/** The text is no JSON from `offset` (in bytes) on. */
export declare class MalformedJson extends Error {
    readonly offset: number;
    /** The document ends before it is complete. */
    readonly truncated: boolean;
    constructor(offset: number, expected: string, truncated: boolean);
}
/** `leave` skips what is left of the object or array; `stop` reads no further: the reader is of no use afterwards. */
export type Visit = 'leave' | 'stop' | undefined;
/**
 * Walks through a JSON document from front to back, a window of the file at a time. Only what the caller asks for becomes
 * a value; the rest is skipped by counting brackets outside of strings, so its inner syntax is not checked.
 * Every method stands at a value when called (`peek` brings it there) and behind it afterwards.
 * Methods throw `MalformedJson`, and system errors of the file.
 */
export declare class JsonReader {
    #private;
    constructor(file: JsonFile, start?: number, windowBytes?: number);
    /** In bytes of the file. */
    get position(): number;
    /** Skips white space; returns the byte behind it, which is not consumed, or `END`. */
    peek(): number;
    atEnd(): boolean;
    atObject(): boolean;
    atArray(): boolean;
    /**
     * Visits each member of an object, standing at its value, which `visit` may read; if it does not, it is skipped.
     * Anything but an object is skipped.
     */
    members(visit: (key: string) => Visit): void;
    /** Visits each element of an array, as `members` does. */
    elements(visit: () => Visit): void;
    /** `undefined`, and no complaint, where the value is not a string. */
    string(): string | undefined;
    /** `undefined`, and a diagnostic of the file, where the value is not valid JSON. */
    value(): JsonValue | undefined;
    /** The value of a range that was skipped before. */
    valueOf(range: ByteRange): JsonValue | undefined;
    skip(): ByteRange;
}
