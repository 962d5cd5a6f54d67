/** The one place where the engine meets its rules. */
import { rules as listed } from '../rules/index.js'
import type { Mended, MendOptions, Written } from './fix/index.js'
import { lintWith } from './lint/lint.js'
import type { LintOptions } from './lint/options.js'
import type { Report } from './report/report.js'
import type { RuleMetadata } from './rule-metadata.js'
import type { FileWriter } from './source/file-writer.js'

/**
 * Lints what the paths lead to: directories, configuration files, plans as JSON, states. Never rejects for what it reads: see the
 * report's `diagnostics`. Rejects with a `UserError` where the options themselves are wrong.
 */
export const lint = (options: LintOptions): Promise<Report> => lintWith(listed, options)

/** Finds out what the patches make of what the paths lead to. Touches no file. Rejects as `lint` does. */
export const mend = async (options: MendOptions): Promise<Mended> =>
  (await import('./fix/index.js')).mend(lint, options)

/** Writes what `mend` has found out. What cannot be written is in what it resolves to. */
export const write = async (mended: Mended, files: FileWriter): Promise<Written> =>
  (await import('./fix/index.js')).write(mended, files)

/** What is known of each rule, sorted by id. */
export const rules: readonly RuleMetadata[] = listed.map(({ metadata }) => metadata)

/** Each rule's page in Markdown, by the rule's id. */
export const pages = async (): Promise<ReadonlyMap<string, string>> => (await import('../rules/pages.js')).pages
