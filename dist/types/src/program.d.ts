import type { Mended, MendOptions, Written } from './fix/index.js';
import type { LintOptions } from './lint/options.js';
import type { Report } from './report/report.js';
import type { RuleMetadata } from './rule-metadata.js';
import type { FileWriter } from './source/file-writer.js';
/**
 * Lints what the paths lead to: directories, configuration files, plans as JSON, states. Never rejects for what it reads: see the
 * report's `diagnostics`. Rejects with a `UserError` where the options themselves are wrong.
 */
export declare const lint: (options: LintOptions) => Promise<Report>;
/** Finds out what the patches make of what the paths lead to. Touches no file. Rejects as `lint` does. */
export declare const mend: (options: MendOptions) => Promise<Mended>;
/** Writes what `mend` has found out. What cannot be written is in what it resolves to. */
export declare const write: (mended: Mended, files: FileWriter) => Promise<Written>;
/** What is known of each rule, sorted by id. */
export declare const rules: readonly RuleMetadata[];
/** Each rule's page in Markdown, by the rule's id. */
export declare const pages: () => Promise<ReadonlyMap<string, string>>;
