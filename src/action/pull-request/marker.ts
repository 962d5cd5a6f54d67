/**
 * By what our comments and reviews are known again: an HTML comment at their very end, which no reader sees. Anybody can write one, so
 * only those of the token's own account count. What it holds are digests, of 32 hexadecimal digits each.
 */
import { name } from '../../project.js'
import { fingerprintOf } from '../../source/digest.js'
import type { Suggestion } from './suggestion.js'

export interface SuggestionMark {
  /** Which of several runs over one commit said it. */
  readonly run: string
  /** Which findings it is about. */
  readonly findings: string
  /** Which lines become which. */
  readonly text: string
}

export interface ReviewMark {
  readonly run: string
  /** All that it says. */
  readonly state: string
}

type Said = Pick<Suggestion, 'patch' | 'path' | 'before' | 'after'>

export const suggestionMark = (run: string, { patch, path, before, after }: Said): SuggestionMark => ({
  run,
  findings: fingerprintOf(...patch.findings.map(({ fingerprint }) => fingerprint)),
  text: fingerprintOf(path, before.join('\n'), after.join('\n')),
})

export const suggestionMarker = ({ run, findings, text }: SuggestionMark): string =>
  `<!-- ${name}:suggestion run=${run} findings=${findings} text=${text} -->`

export const reviewMarker = ({ run, state }: ReviewMark): string => `<!-- ${name}:review run=${run} state=${state} -->`

const DIGEST = '[0-9a-f]{32}'
const SUGGESTION = new RegExp(
  `<!-- ${name}:suggestion run=(?<run>${DIGEST}) findings=(?<findings>${DIGEST}) text=(?<text>${DIGEST}) -->\\s*$`,
)
const REVIEW = new RegExp(`<!-- ${name}:review run=(?<run>${DIGEST}) state=(?<state>${DIGEST}) -->\\s*$`)

export const readSuggestionMark = (body: string): SuggestionMark | undefined => {
  const { run, findings, text } = SUGGESTION.exec(body)?.groups ?? {}
  return run && findings && text ? { run, findings, text } : undefined
}

export const readReviewMark = (body: string): ReviewMark | undefined => {
  const { run, state } = REVIEW.exec(body)?.groups ?? {}
  return run && state ? { run, state } : undefined
}
