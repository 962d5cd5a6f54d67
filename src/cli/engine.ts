import type { Mended, MendOptions, Written } from '../fix/index.js'
import type { LintOptions } from '../lint/options.js'
import type { Report } from '../report/report.js'
import type { RuleMetadata } from '../rule-metadata.js'
import type { FileWriter } from '../source/file-writer.js'

/** What the command asks: the public API. */
export interface Engine {
  readonly lint: (options: LintOptions) => Promise<Report>
  /** Touches no file. */
  readonly mend: (options: MendOptions) => Promise<Mended>
  readonly write: (mended: Mended, files: FileWriter) => Promise<Written>
  /** Sorted by id. */
  readonly rules: readonly RuleMetadata[]
  /** Each rule's page in Markdown, by the rule's id. */
  readonly pages: () => Promise<ReadonlyMap<string, string>>
}
