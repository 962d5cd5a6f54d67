import type { Finding, SuppressedFinding } from '../finding.js'
import type { ParsedFile } from '../hcl/syntax.js'
import type { Rule } from '../rule.js'
import { placesIn } from '../source/repository.js'
import {
  CommentSuppressions,
  JudgedBlocks,
  siftByComments,
  siftByExemptions,
  unusedSuppression,
  unusedSuppressions,
} from '../suppression/index.js'
import { asked, type Found } from './found.js'
import type { LintOptions } from './options.js'
import { byPlace } from './order.js'
import type { Root } from './root.js'

/** What the rules found in the root modules of a run. */
export interface Judged {
  readonly roots: readonly Root[]
  readonly found: readonly Found[]
}

export interface SuppressOptions
  extends Pick<LintOptions, 'fileSystem' | 'severities' | 'only' | 'skip' | 'exemptions' | 'today'> {
  /** All that were parsed: configuration, and what of the values files holds comments of ours. */
  readonly files: readonly ParsedFile[]
  /** All that there are, and those that ran. */
  readonly rules: readonly Rule[]
  readonly selected: readonly Rule[]
}

export interface Reported {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly SuppressedFinding[]
  /** What the findings about suppressions themselves are listed as. */
  readonly about: readonly (typeof unusedSuppression)[]
}

/** Tells what is reported from what is not: by the comments in the configuration, then by the config's exemptions. */
export const suppress = ({ roots, found }: Judged, options: SuppressOptions): Reported => {
  const { rules, files, exemptions = [], today } = options
  const comments = new CommentSuppressions(
    files,
    rules.map(({ metadata }) => metadata.id),
  )
  // Also what lies in files that were not named: a comment in one that was may be about it.
  const byComments = siftByComments(found, comments, today)
  const about = aboutComments(comments, roots, options)
  const byExemptions = siftByExemptions([...byComments.left, ...about], exemptions, today)
  return {
    findings: asked(byExemptions.left)
      .map(({ finding }) => finding)
      .sort(byPlace),
    suppressed: asked([...byComments.suppressed, ...byExemptions.suppressed])
      .map(({ finding, suppression }) => ({ finding, suppression }))
      .sort((a, b) => byPlace(a.finding, b.finding)),
    about: about.length > 0 ? [unusedSuppression] : [],
  }
}

const aboutComments = (
  comments: CommentSuppressions,
  roots: readonly Root[],
  { fileSystem, selected, severities, only = [], skip = [] }: SuppressOptions,
): readonly Found[] => {
  const { id, severity } = unusedSuppression
  const configured = severities?.get(id) ?? severity
  if ((configured === 'off' && !only.includes(id)) || skip.includes(id)) return []
  const wanted = configured === 'off' ? severity : configured
  const findings = unusedSuppressions(comments, {
    rules: selected.map(({ metadata }) => metadata),
    judged: new JudgedBlocks(roots),
    severity: wanted,
    placeOf: placesIn(fileSystem),
  })
  return findings.map((finding) => ({ finding, places: () => [], isAskedFor: true }))
}
