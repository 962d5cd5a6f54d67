/** The public API. */
export type { Edit, Finding, Fix, Location, Related, Severity, Summary, Verdict } from './finding.js';
export type { LintOptions } from './lint/options.js';
export { lint } from './program.js';
export type { Report, RuleMetadata, Stats } from './report/report.js';
export { type Diagnostic, UserError } from './source/diagnostic.js';
export type { DirectoryEntry, FileSystem, RandomAccess } from './source/file-system.js';
export { nodeFileSystem } from './source/node-file-system.js';
export type { Position, SourceFile } from './source/source-file.js';
export type { Span } from './source/span.js';
