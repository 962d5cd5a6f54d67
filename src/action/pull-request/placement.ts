import type { Edit, Finding } from '../../finding.js'
import { type Patch, patchesOf } from '../../fix/patch.js'
import { edited } from '../../report/edited.js'
import { maskedIn } from '../../report/redact.js'
import type { Report } from '../../report/report.js'
import { type ShownChange, shownChange } from '../../report/shown-diff.js'
import { ShownParts } from '../../report/shown-parts.js'
import type { SourceFile } from '../../source/source-file.js'
import type { ChangedFile } from './changed-files.js'
import { type Hunk, hunksOf } from './hunk.js'
import { placed, type Replacement, replacementsOf, type Suggestion } from './suggestion.js'

/** A patch that no single click can put in. */
export interface Outside {
  readonly patch: Patch
  /** A clause. */
  readonly because: string
  /** By file and part of it, in the order of the edits. */
  readonly changes: readonly ShownChange[]
}

export interface Placement {
  readonly suggestions: readonly Suggestion[]
  readonly outside: readonly Outside[]
}

/** GitHub draws each of them with its part of the diff, and mails them all in one letter. */
const MOST_SUGGESTIONS = 50

/** Which patches of a report are suggestions on the diff, and which can only be shown. Those of a plan without its source are neither. */
export const placement = (
  report: Report,
  files: readonly ChangedFile[],
  repositoryPath: (path: string) => string,
): Placement => {
  const hunks = new Map(files.flatMap(({ path, patch }) => (patch === undefined ? [] : [[path, hunksOf(patch)]])))
  const masked = maskedIn(report)
  const parts = new ShownParts(masked)
  const suggestions: Suggestion[] = []
  const outside: Outside[] = []
  for (const patch of patchesOf(report.findings, 'unsafe')) {
    const files = filesOf(patch, repositoryPath)
    const [file, ...rest] = files
    if (!file) continue
    const found =
      rest.length > 0
        ? { because: 'it changes several files at once' }
        : suggestion(patch, file, masked, hunks.get(file.path), suggestions)
    if (found === 'said') continue
    if (!('because' in found)) suggestions.push(found)
    else {
      const changes = files.flatMap(({ path, source, edits }) => parts.of(path, source, edits))
      outside.push({ patch, because: found.because, changes })
    }
  }
  return { suggestions, outside }
}

/** What a patch changes in one file. */
interface PatchedFile {
  readonly path: string
  readonly source: SourceFile
  readonly edits: readonly Edit[]
}

const filesOf = ({ fix }: Patch, repositoryPath: (path: string) => string): readonly PatchedFile[] =>
  [...new Set(fix.edits.map(({ source }) => source))].map((source) => ({
    path: repositoryPath(source.path),
    source,
    edits: fix.edits.filter((edit) => edit.source === source),
  }))

const suggestion = (
  patch: Patch,
  { path, source, edits }: PatchedFile,
  masked: Report['masked'],
  hunks: readonly Hunk[] | undefined,
  others: readonly Suggestion[],
): Suggestion | 'said' | { readonly because: string } => {
  if (!hunks)
    return { because: 'it is in a file that the pull request does not change, or of which GitHub shows no diff' }
  if (!source.faithful) return { because: `${path} is not UTF-8` }
  if (others.length === MOST_SUGGESTIONS) return { because: `a review holds ${MOST_SUGGESTIONS} suggestions at most` }
  // Of several ways to say it, the first that can be said; else why the first cannot.
  let reason: string | undefined
  for (const replacement of replacementsOf(source, edits)) {
    const place = placed(source, replacement, hunks)
    if ('because' in place) {
      reason ??= place.because
      continue
    }
    // It takes the whole file, which in a large one is not to be done for each patch.
    const change = shownChange(path, source, edited(source.text, edits), masked)
    if (holdsSecret(change, replacement)) reason ??= 'it stands beside a sensitive value'
    else if (others.some((other) => other.path === path && isSame(other, replacement))) return 'said'
    else if (others.some((other) => other.path === path && overlap(other, replacement))) {
      reason ??= 'another suggestion changes the same lines: it follows when that one is committed'
    } else return { ...replacement, ...place, patch, change, path }
  }
  return { because: reason ?? 'its file is empty' }
}

const overlap = (a: Replacement, b: Replacement): boolean => a.startLine <= b.endLine && b.startLine <= a.endLine

/** Root modules may have one file in common, behind symbolic links. */
const isSame = (a: Replacement, b: Replacement): boolean =>
  a.startLine === b.startLine && a.endLine === b.endLine && a.after.join('\n') === b.after.join('\n')

const holdsSecret = ({ after }: ShownChange, { startLine, after: lines }: Replacement): boolean => {
  const { source, masks } = after
  const start = source.lineStarts[startLine - 1] ?? source.text.length
  const end = source.lineStarts[startLine - 1 + lines.length] ?? source.text.length
  return masks.some((mask) => mask.start < end && mask.end > start)
}

/** All of a patch's findings have one cause; the first stands for them. */
export const leading = ({ findings: [first] }: Patch): Finding => first
