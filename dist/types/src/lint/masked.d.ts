import type { Finding } from '../finding.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import type { Module } from '../terraform/configuration.js';
/** A range of source that holds a sensitive value. */
export interface Masked {
    readonly source: SourceFile;
    readonly span: Span;
}
/** Whose text a report shows: around findings, in patches, where something cannot be read. */
export declare const shownSources: (findings: readonly Finding[], diagnostics: readonly Diagnostic[]) => ReadonlySet<SourceFile>;
/** The arguments of module calls that are given to sensitive variables, in the sources that are shown. */
export declare const maskedArguments: (roots: readonly Module[], shown: ReadonlySet<SourceFile>) => readonly Masked[];
