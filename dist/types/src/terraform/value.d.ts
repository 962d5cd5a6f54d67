/**
 * What an expression is worth before an apply. Terraform's own values are either known or unknown; ours also remember
 * which attribute of which resource instance they stand for, and keep what is known of the rest: the two arms of an undecided
 * condition, the known parts of a string, the shape of a list of unknown length.
 *
 * Nothing here is a plain JavaScript value on purpose: whoever reads one has to say what happens when it is not known.
 */
import type { Argument } from './configuration.js';
import type { Origin, ResourceInstanceReference } from './reference.js';
export type Primitive = string | number | boolean | null;
export type Value = Known | List | Mapping | Symbolic | Text | Choice | Repeated | Unknown | Opaque;
interface Common {
    /** Marked sensitive: shown nowhere. */
    readonly sensitive?: true;
    /** Where it was written: the literal or the reference that the value came from, whatever it passed through. */
    readonly origin?: Origin;
    /** The outermost argument of a module call by which it was handed in; its origin may lie still further out. */
    readonly passed?: Argument;
    /** A plan's, of which its configuration says something else by now, or is told to ignore. */
    readonly disputed?: true;
}
export interface Known extends Common {
    readonly kind: 'known';
    readonly value: Primitive;
}
/** A list, set or tuple of known length. A set is sorted and without duplicates as far as its elements are known. */
export interface List extends Common {
    readonly kind: 'list';
    readonly type: 'list' | 'set' | 'tuple';
    readonly items: readonly Value[];
}
/** A map or object with known keys, in the order of their keys (by code point), as Terraform iterates. */
export interface Mapping extends Common {
    readonly kind: 'mapping';
    readonly type: 'map' | 'object';
    readonly entries: ReadonlyMap<string, Value>;
}
/** An attribute of a resource instance. Without a path: the whole instance. */
export interface Symbolic extends Common {
    readonly kind: 'symbolic';
    readonly of: ResourceInstanceReference;
    /** `['arn']`; a list index is a number; empty for the instance itself. */
    readonly path: readonly (string | number)[];
    /** All that an object type has left of the instance: no other attribute of it can be read there. Absent where none took any away. */
    readonly attributes?: ReadonlySet<string>;
    /** What the configuration (or the plan) says that it is; absent where it is known only after apply. */
    readonly value?: Value;
    /** A plan's JSON named the resource but lost the attribute (a splat or a dynamic index); `path` is empty then. */
    readonly pathLost?: true;
}
/** A string of which only parts are known: `arn:aws:rds:${region}:…`. Adjacent known parts are joined. */
export interface Text extends Common {
    readonly kind: 'text';
    readonly parts: readonly (string | Value)[];
}
/** One of several, nobody knows which; never nested, never with fewer than two arms. */
export interface Choice extends Common {
    readonly kind: 'choice';
    readonly arms: readonly Value[];
    readonly because: readonly string[];
    /** The same for two choices that are certain to fall on the same arm. */
    readonly id?: string;
}
/** A collection of unknown length whose elements all look like `element`: a resource with an unknown `count`, a `for` over it. */
export interface Repeated extends Common {
    readonly kind: 'repeated';
    readonly type: 'list' | 'set' | 'tuple' | 'map' | 'object';
    readonly element: Value;
    /** The same for collections that are certain to have the same keys: what a cluster and its stream pair by. */
    readonly keys: string;
    readonly because: readonly string[];
}
/** Nothing is known, and this is why. */
export interface Unknown extends Common {
    readonly kind: 'unknown';
    /** Lower case, naming what stands in the way: `var.engine has no value`. */
    readonly because: readonly string[];
    /** The same for two unknowns that are certain to be equal (the same variable, the same function of it). */
    readonly id?: string;
    /** It is a set: its elements are its keys. */
    readonly set?: true;
    /** Terraform itself would refuse this (no such key, no match): `try` goes on to its next argument. */
    readonly failed?: true;
}
/** Every instance of a resource or of a module call, not expanded until somebody asks for one. */
export interface Opaque extends Common {
    readonly kind: 'opaque';
    readonly instances: InstanceSet;
}
/** A lazily expanded `count` or `for_each`. */
export interface InstanceSet {
    readonly keying: 'count' | 'for_each';
    /** One instance by key; an unknown where the key does not exist or is not known. */
    at(key: Value): Value;
    /** All of them as a list, mapping or repetition. */
    all(): List | Mapping | Repeated | Unknown;
    readonly keys: string;
}
export {};
