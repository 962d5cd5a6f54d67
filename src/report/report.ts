import type { Finding, Severity, Summary } from '../finding.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'

/** Everything one run found, independent of how it is shown. Sorted; two runs over the same input are equal. */
export interface Report {
  readonly findings: readonly Finding[]
  readonly diagnostics: readonly Diagnostic[]
  readonly summary: Summary
  /** Ranges of source that hold a sensitive value, beside those of the findings themselves: no report shows them. */
  readonly masked: readonly { readonly source: SourceFile; readonly span: Span }[]
  /** Every rule that ran, sorted by id, whether it found something or not. */
  readonly rules: readonly RuleMetadata[]
  readonly stats: Stats
}

/** What `--stats` shows, on stderr. */
export interface Stats {
  readonly filesRead: number
  readonly bytesRead: number
  readonly filesParsed: number
  readonly rootModules: number
  readonly plans: number
  /** Milliseconds by stage, in order. */
  readonly stages: readonly { readonly name: string; readonly milliseconds: number }[]
}

/** `rules/<id>/rule.json`, with what is made from its place. */
export interface RuleMetadata {
  readonly id: string
  readonly severity: Severity
  /** One line, lower case, without a full stop: the defect. */
  readonly title: string
  /** Why it matters, one or two sentences. */
  readonly description: string
  readonly categories: readonly string[]
  /** `CWE-778` */
  readonly cwe?: string
  readonly compliance: readonly string[]
  readonly references: readonly string[]
  /** The version of tf-das-lint that brought it. */
  readonly since: string
  readonly planOnly: boolean
  /** SARIF's `security-severity`, 0.0 to 10.0. */
  readonly securitySeverity: string
  readonly url: string
}
