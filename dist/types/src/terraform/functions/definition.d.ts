import type { List, Primitive, Unknown, Value } from '../value.js';
/**
 * The world outside of the arguments, as far as a function may see it. Paths are as the configuration spells them, from the root
 * module's directory.
 */
export interface FunctionContext {
    /** `undefined` for what may not or cannot be read. */
    readFile?(path: string): Uint8Array | undefined;
    /** `undefined` where nobody may look. */
    exists?(path: string): boolean | undefined;
    /** The files below `directory` that match, relative to it; `undefined` where nobody may look. */
    glob?(directory: string, pattern: string): readonly string[] | undefined;
    /** What reads a YAML document into plain JavaScript values, throwing for what is none; nothing where it was not loaded. */
    yaml?(): ((text: string) => unknown) | undefined;
    /** Evaluates a template's text with the given variables (a Mapping) only. */
    renderTemplate?(source: string, variables: Value): Value;
}
export interface Call {
    readonly name: string;
    readonly args: readonly Value[];
    readonly context: FunctionContext;
}
export interface Definition {
    /** How many arguments, at least and at most. */
    readonly arity: readonly [minimum: number, maximum: number];
    /**
     * What it wants to see of its arguments: `values` as they are; `collections` with resource instances expanded and every
     * Choice decided; `plain` values with those within lists decided, too, and attributes replaced by their known values.
     */
    readonly sees: 'values' | 'collections' | 'plain';
    /** May throw a {@link Refusal}. */
    apply(call: Call): Value;
}
/** By the name that the configuration calls. */
export type FunctionTable = Readonly<Record<string, Definition>>;
/** What Terraform would answer with an error; never leaves this folder. */
export declare class Refusal extends Error {
}
/** Where the arguments do not say enough: equal calls stay recognisable. */
export declare const undecided: ({ name, args }: Call) => Unknown;
/** Depends on time, chance, secrets or the machine. */
export declare const notEvaluated: (minimum: number, maximum: number) => Definition;
/** The types that a parameter can have, and how they look when read. */
interface Parameters {
    string: string;
    number: number;
    integer: number;
    bool: boolean;
    strings: readonly string[];
    /** Null allowed, neither converted nor read. */
    value: Value;
}
export type Parameter = keyof Parameters;
type Read<P extends readonly Parameter[]> = {
    -readonly [I in keyof P]: Parameters[P[I]];
};
/** A function of known arguments only. */
export declare const pure: <const P extends readonly Parameter[]>(parameters: P, compute: (...values: Read<P>) => Primitive | Value) => Definition;
/** The same with `many` more arguments of one type. */
export declare const variadic: <const P extends readonly Parameter[], R extends Parameter>(parameters: P, rest: R, many: readonly [minimum: number, maximum: number], compute: (fixed: Read<P>, rest: readonly Parameters[R][]) => Primitive | Value) => Definition;
/** Whether everything in it is known. */
export declare const isPlain: (value: Value) => boolean;
/** Lists of strings are what most functions give back. */
export declare const strings: (items: readonly string[]) => List;
export {};
