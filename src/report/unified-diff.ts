import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff'

/** A file as it is and as it shall be. */
export interface ChangedFile {
  /** From the root of the repository, `/`-separated. */
  readonly path: string
  readonly before: string
  readonly after: string
}

/** Lines around a change, as `git diff` shows them. */
const CONTEXT = 3

/** One unified diff over all files, as `git apply` and `patch -p1` take it; empty where nothing changes. */
export const unifiedDiff = (files: readonly ChangedFile[]): string => files.map(fileDiff).join('')

/** Two lines with the names, then the hunks. */
export const fileDiff = ({ path, before, after }: ChangedFile): string => {
  if (before === after) return ''
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: CONTEXT })
  // The names may hold anything, but are quoted where they hold line ends: they are the first two lines.
  const [from = '', to = '', ...hunks] = formatPatch(patch, FILE_HEADERS_ONLY).split('\n')
  return [ended(from), ended(to), ...hunks].join('\n')
}

/** A name with blanks ends at a tab: readers know no other end of it. */
const ended = (header: string): string => (header.slice('--- '.length).includes(' ') ? `${header}\t` : header)
