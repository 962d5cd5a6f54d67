import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff'
import { hunksOf } from './hunks.js'
import { lineChanges, linesOf } from './line-changes.js'

/** A file as it is and as it shall be. */
export interface ChangedFile {
  /** From the root of the repository, `/`-separated. */
  readonly path: string
  readonly before: string
  readonly after: string
}

/** Lines around a change, as `git diff` shows them. */
const CONTEXT = 3

/** Up to so many lines that are added or removed, a diff is the shortest there is; to look for that takes time with their square. */
const MOST_LINES = 1_000

/** One unified diff over all files, as `git apply` and `patch -p1` take it; empty where nothing changes. */
export const unifiedDiff = (files: readonly ChangedFile[]): string => files.map((file) => fileDiff(file)).join('')

/** Two lines with the names, then the hunks. Where more than `mostLines` change, there may be a shorter diff. */
export const fileDiff = ({ path, before, after }: ChangedFile, mostLines = MOST_LINES): string => {
  if (before === after) return ''
  const names = { oldFileName: `a/${path}`, newFileName: `b/${path}`, oldHeader: undefined, newHeader: undefined }
  const options = { context: CONTEXT, maxEditLength: mostLines }
  const patch = structuredPatch(names.oldFileName, names.newFileName, before, after, undefined, undefined, options) ?? {
    ...names,
    hunks: [...hunksOf(lineChanges(linesOf(before), linesOf(after), mostLines), CONTEXT)],
  }
  // The names may hold anything, but are quoted where they hold line ends: they are the first two lines.
  const [from = '', to = '', ...hunks] = formatPatch(patch, FILE_HEADERS_ONLY).split('\n')
  return [ended(from), ended(to), ...hunks].join('\n')
}

/** A name with blanks ends at a tab: readers know no other end of it. */
const ended = (header: string): string => (header.slice('--- '.length).includes(' ') ? `${header}\t` : header)
