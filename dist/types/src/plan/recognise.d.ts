import type { Diagnostic } from '../source/diagnostic.js';
import type { RandomAccess } from '../source/file-system.js';
import { MalformedJson } from './json-reader.js';
/** What a file is by its content, its name aside. */
export type Recognition = {
    readonly kind: 'plan';
    /** Where the JSON begins, in bytes: behind a BOM, or behind what a wrapper printed before it. */
    readonly start: number;
    readonly diagnostics: readonly Diagnostic[];
} | {
    readonly kind: Unplanned;
    /** What it is, and what to do instead. */
    readonly diagnostic: Diagnostic;
};
/** What cannot be read as a plan. */
export type Unplanned = 'state' | 'raw-state' | 'aws-clusters' | 'binary-plan' | 'text-plan' | 'plan-log' | 'encrypted' | 'findings' | 'compressed' | 'utf-16' | 'truncated' | 'other-json' | 'other' | 'empty' | 'unreadable';
/** Looks at as much of a file as it takes to tell what it is. Closes nothing, never throws. */
export declare const recognise: (access: RandomAccess, path: string) => Recognition;
/** The sentence for a document that is broken where the error says. */
export declare const malformed: (error: MalformedJson) => string;
