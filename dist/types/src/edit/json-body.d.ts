/** The object in JSON syntax that the body of a block is. */
import type { Unmended } from '../finding.js';
import type { JsonObject, JsonValue } from '../hcl/json-reader.js';
import type { Written } from './change.js';
import { type JsonDocument } from './json-document.js';
export interface JsonBody {
    readonly document: JsonDocument;
    readonly body: JsonObject;
    /** The values around it, itself the last. */
    readonly path: readonly JsonValue[];
}
export declare const bodyOf: ({ source, block }: Written) => JsonBody | Unmended;
export declare const NO_JSON: Unmended;
export declare const NO_OBJECT: Unmended;
