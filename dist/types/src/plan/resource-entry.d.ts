import type { ByteRange } from './json-file.js';
import type { JsonReader } from './json-reader.js';
/** Whether resources of a type are kept. */
export type Wanted = (mode: 'managed' | 'data', type: string) => boolean;
/** A resource whose type is wanted, unread. */
export interface WantedEntry {
    readonly range: ByteRange;
    readonly mode: 'managed' | 'data';
}
/**
 * The resource here if its type is wanted. Looks at `mode` and `type` alone, which Terraform writes first,
 * so that the rest of an unwanted one is skipped without a look.
 */
export declare const wantedEntry: (reader: JsonReader, wanted: Wanted) => WantedEntry | undefined;
