import type { Diagnostic } from '../source/diagnostic.js';
/** What was read from a file that a person wrote, or all that is wrong with it. */
export type Read<T> = {
    readonly kind: 'read';
    readonly value: T;
} | {
    readonly kind: 'wrong';
    readonly diagnostics: readonly Diagnostic[];
};
export declare const read: <T>(value: T) => Read<T>;
export declare const wrong: (...diagnostics: readonly Omit<Diagnostic, 'severity'>[]) => Read<never>;
