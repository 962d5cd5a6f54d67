import type { Choice, Known, List, Mapping, Primitive, Repeated, Unknown, Value } from './value.js';
/** More alternatives than this say nothing any more. */
export declare const MAXIMUM_ARMS = 16;
export declare const known: (value: Primitive) => Known;
export declare const unknown: (because: readonly string[] | string, id?: string) => Unknown;
/** What Terraform would refuse; `because` is one sentence. */
export declare const failure: (because: string) => Unknown;
export declare const hasFailed: (value: Value) => value is Unknown & {
    readonly failed: true;
};
export declare const list: (type: List['type'], items: readonly Value[]) => List;
export declare const mapping: (type: Mapping['type'], entries: Iterable<readonly [string, Value]>) => Mapping;
export declare const repeated: (type: Repeated['type'], element: Value, keys: string, because: readonly string[]) => Repeated;
export declare const markSensitive: <T extends Value>(value: T) => T;
/**
 * One of `arms`, of which there must be one at least: equal ones become one, and beyond {@link MAXIMUM_ARMS} nothing is known.
 * `id` is the same for choices of the same arms that are certain to fall alike.
 */
export declare const choice: (arms: readonly Value[], because: readonly string[], id?: string) => Value;
/** What a choice is between, each marked as the choice is. */
export declare const armsOf: (value: Choice) => readonly Value[];
/** The parts of a string in their normal form: texts within it opened, neighbours that are known joined, nothing empty. */
export declare const joinedParts: (parts: readonly (string | Value)[]) => readonly (string | Value)[];
/** By Unicode code point, as Terraform sorts; UTF-16 order differs beyond the basic plane. */
export declare const compareCodePoints: (left: string, right: string) => number;
