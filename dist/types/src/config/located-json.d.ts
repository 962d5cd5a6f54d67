import type { JsonMember, JsonValue } from '../hcl/json-reader.js';
import type { SourceFile } from '../source/source-file.js';
/** What a JSON or YAML document holds, with the place of everything in it. */
export interface LocatedJson {
    readonly source: SourceFile;
    readonly root: JsonValue;
}
/** The value alone. `__proto__` is a key like any other. */
export declare const plain: (value: JsonValue) => unknown;
export declare const memberOf: (object: JsonValue | undefined, name: string) => JsonMember | undefined;
/** What stands at a path of keys and indexes. */
export declare const valueAt: (root: JsonValue, path: readonly string[]) => JsonValue | undefined;
/** Keys that stand twice in one object: readers disagree about which of the two counts. */
export declare function repeatedMembers(value: JsonValue): Generator<JsonMember>;
