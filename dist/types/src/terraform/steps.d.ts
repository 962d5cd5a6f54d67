import type { Value } from './value.js';
/** Reads an attribute of a resource instance: what the configuration says, `undefined` where only an apply can tell. */
export type ReadAttribute = (of: Value & {
    kind: 'symbolic';
}, name: string) => Value | undefined;
/** `value.name` */
export declare const attributeOf: (value: Value, name: string, read: ReadAttribute) => Value;
/** `value[key]` */
export declare const elementAt: (value: Value, key: Value, read: ReadAttribute) => Value;
/** Of an instance that was converted to `object({ arn = string })` nobody can read `key_id`. */
export declare const isLeftOut: ({ path, attributes }: Value & {
    kind: 'symbolic';
}, name: string) => boolean;
/** `value[*]` or `value.*`: `each` is applied to every element. */
export declare const splat: (value: Value, each: (element: Value) => Value) => Value;
