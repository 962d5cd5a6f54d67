import type { Config } from './config/config.js';
import type { Read } from './config/read.js';
import type { Mended, MendOptions, Written } from './fix/index.js';
import type { Baseline, LintOptions } from './lint/options.js';
import { pages, rules } from './program.js';
import type { Report } from './report/report.js';
import { UserError } from './source/diagnostic.js';
import type { FileSystem } from './source/file-system.js';
import type { FileWriter } from './source/file-writer.js';
import { nodeFileSystem } from './source/node-file-system.js';
import { nodeFileWriter } from './source/node-file-writer.js';
/** As `LintOptions`, with a default for all but the paths. */
export interface Options extends Partial<LintOptions> {
    readonly paths: readonly string[];
    /** What paths are relative to where no file system is given; the process's working directory by default. */
    readonly cwd?: string;
}
/**
 * Lints directories, configuration files, plans and what is deployed: `await lint({ paths: ['infra'] })`. Nothing of the process's environment
 * takes part unless it is given (`environment` for `TF_VAR_*` and `TF_WORKSPACE`), but for the day (`today`). What cannot be
 * read is in the report's `diagnostics`; rejects with a `UserError` where the options themselves are wrong.
 */
export declare const lint: (options: Options) => Promise<Report>;
/** As `Options`, with the grade of the patches: `safe` by default. */
export type MendingOptions = Options & Partial<Pick<MendOptions, 'safety'>>;
/** Finds out what the patches make of the configuration: `await mend({ paths: ['infra'] })`. Touches no file; rejects as `lint` does. */
export declare const mend: ({ safety, ...options }: MendingOptions) => Promise<Mended>;
/**
 * Writes what `mend` has found out: `await write(mended)`. A file that is no longer what was read is not written: see `unwritten`.
 */
export declare const write: (mended: Mended, files?: FileWriter) => Promise<Written>;
/** As the command reads a config: its `severities` and `exemptions` are options of `lint`. */
export declare const readConfig: (fileSystem: FileSystem, file: string) => Promise<Read<Config>>;
/** As the command reads a baseline, which is an option of `lint`; `baselineText` writes one. */
export declare const readBaseline: (fileSystem: FileSystem, file: string) => Promise<Read<Baseline>>;
export type { Config } from './config/config.js';
export { findConfig } from './config/find-config.js';
export type { Read } from './config/read.js';
export type { Edit, Finding, Fix, Location, Related, Severity, Summary, SuppressedFinding, Suppression, Verdict, } from './finding.js';
export type { FileChange, Left, Mended, MendOptions, Unwritten, Written } from './fix/index.js';
export type { ClusterGraph, GraphEdge, GraphNode, NodeKind } from './graph/cluster-graph.js';
export { baselineText } from './lint/baseline.js';
export type { Baseline, BaselineEntry, Exemption, LintOptions } from './lint/options.js';
export type { Report, Stats } from './report/report.js';
export { type Format, formats, type Reporter, type ReportOptions } from './report/reporter.js';
export { reporters } from './report/reporters.js';
export type { RuleMetadata } from './rule-metadata.js';
export type { Diagnostic } from './source/diagnostic.js';
export type { DirectoryEntry, FileSystem, RandomAccess } from './source/file-system.js';
export type { FileWriter, Refusal, Replacement } from './source/file-writer.js';
export type { Position, SourceFile } from './source/source-file.js';
export type { Span } from './source/span.js';
export { nodeFileSystem, nodeFileWriter, pages, rules, UserError };
