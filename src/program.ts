/** The one place where the engine meets its rules. */
import { rules } from '../rules/index.js'
import { lintWith } from './lint/lint.js'
import type { LintOptions } from './lint/options.js'
import type { Report } from './report/report.js'

/**
 * Lints what the paths lead to: directories, configuration files, plans as JSON. Never rejects for what it reads: see the
 * report's `diagnostics`. Rejects with a `UserError` where the options themselves are wrong.
 */
export const lint = (options: LintOptions): Promise<Report> => lintWith(rules, options)
