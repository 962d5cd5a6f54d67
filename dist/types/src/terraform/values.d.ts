import type { Origin } from './reference.js';
import type { Primitive, Unknown, Value } from './value.js';
export { choice, compareCodePoints, failure, hasFailed, known, list, mapping, markSensitive, unknown, } from './construct.js';
export { equal, equalInTypeToo } from './equality.js';
export { identity } from './identity.js';
export { symbolicName } from './reasons.js';
export declare const isKnown: (value: Value, expected: Primitive) => boolean;
/** Follows a reference to what the configuration says that it is; a reference known only after apply stays itself. */
export declare const resolve: (value: Value) => Value;
export declare const knownString: (value: Value | undefined) => string | undefined;
/** The first origin wins: it is where the value was written, what follows only passed it on. */
export declare const withOrigin: (value: Value, origin: Origin | undefined) => Value;
export declare const armsOf: (value: Value) => readonly Value[];
/** The result of a condition that nobody can decide. An arm that Terraform would refuse is not the one taken. */
export declare const either: (values: readonly Value[], because: readonly string[], id?: string) => Value;
/** Applies `change` to every arm. */
export declare const mapArms: (value: Value, change: (arm: Value) => Value) => Value;
/** Why the value is not known; empty where it is. */
export declare const reasons: (value: Value) => readonly string[];
export declare const merged: (...lists: readonly (readonly string[])[]) => readonly string[];
/** The same unknown seen through a further step or function of it. */
export declare const derived: (value: Unknown, step: string) => Unknown;
/** A string of known and unknown parts; known as a whole where all parts are. */
export declare const text: (parts: readonly (string | Value)[]) => Value;
/** A plain JSON value (a plan's) as a value. */
export declare const fromJson: (json: unknown, depth?: number) => Value;
