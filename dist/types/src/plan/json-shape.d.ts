import type { JsonObject, JsonValue } from './document.js';
export declare const isObject: (value: JsonValue | undefined) => value is JsonObject;
export declare const asObject: (value: JsonValue | undefined) => JsonObject | undefined;
export declare const asArray: (value: JsonValue | undefined) => readonly JsonValue[];
export declare const asString: (value: JsonValue | undefined) => string | undefined;
export declare const asStrings: (value: JsonValue | undefined) => readonly string[];
/** The object's own members only: `constructor` is a legal name. */
export declare const asMap: (value: JsonValue | undefined) => ReadonlyMap<string, JsonValue>;
export declare const asMode: (value: JsonValue | undefined) => 'managed' | 'data' | undefined;
export declare const asIndex: (value: JsonValue | undefined) => string | number | undefined;
