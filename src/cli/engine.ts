import type { LintOptions } from '../lint/options.js'
import type { Report } from '../report/report.js'

/** What the command asks: `lint` of the public API. */
export type Engine = (options: LintOptions) => Promise<Report>
