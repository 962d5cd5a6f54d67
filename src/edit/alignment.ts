/** What `terraform fmt` moves when lines come, change or go. Only what stood in its place before is moved. */
import type { Edit } from '../finding.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { grown, type Row, type Rows, rowsIn, type WrittenRow } from './rows.js'

export interface Settled {
  /** Blanks of lines that were there before, and still are. */
  readonly edits: readonly Edit[]
  /** How many blanks stand before the `=` of each of the new lines. */
  readonly gaps: readonly number[]
  /** Whether the `=` around were in their columns before. */
  readonly wasAligned: boolean
}

/** The rows from `from` up to `to` are replaced by others; what is left of a row keeps the places of its blanks. */
export const settle = (rows: Rows, from: number, to: number, others: readonly Row[]): Settled => {
  const { all, source } = rows
  let first = from
  while (isLinked(all[first - 1])) first -= 1
  let end = to
  while (isLinked(all[end])) end += 1
  const before = all.slice(first, end)
  const after: readonly Row[] = [...all.slice(first, from), ...others, ...all.slice(to, end)]
  const isKnown = !before.some((row) => row.isStrange && isLinked(row))
  const wasAligned = isKnown && stands(equalGaps(before), before, ({ gap }) => gap)
  const gaps = wasAligned ? equalGaps(after) : keptGaps(after, before)
  const inPlace = before.map(({ gap }) => length(gap))
  const hadCommentsAligned = isKnown && stands(commentGaps(before, inPlace), before, ({ commentGap }) => commentGap)
  const behind = hadCommentsAligned ? commentGaps(after, gaps) : keptCommentGaps(after, gaps, before)
  const edits = after.flatMap((row, at) => [
    ...spacing(source, row.gap, gaps[at] ?? 1),
    ...spacing(source, row.commentGap, behind[at] ?? 1),
  ])
  return { edits, gaps: gaps.slice(from - first, from - first + others.length), wasAligned }
}

/** What moves when the line that holds the offset becomes longer. */
export const lengthened = (source: SourceFile, offset: number, by: number): readonly Edit[] => {
  const rows = rowsIn(source)
  const at = rows.at(offset)
  const row = rows.all[at]
  return row ? settle(rows, at, at + 1, [grown(row, by)]).edits : []
}

const isLinked = (row: WrittenRow | undefined): boolean =>
  row !== undefined && (row.assign !== undefined || row.hasComment)

const length = (span: Span | undefined): number => (span ? span.end - span.start : 0)

const stands = (gaps: readonly number[], rows: readonly Row[], spanOf: (row: Row) => Span | undefined): boolean =>
  rows.every((row, at) => spanOf(row) === undefined || length(spanOf(row)) === gaps[at])

/** Before each `=`, where those of a run stand in one column. */
const equalGaps = (rows: readonly Row[]): readonly number[] =>
  inColumns(
    rows,
    ({ assign }) => assign !== undefined,
    ({ lead }) => lead,
  )

const commentGaps = (rows: readonly Row[], gaps: readonly number[]): readonly number[] =>
  inColumns(
    rows,
    ({ hasComment }) => hasComment,
    (row, at) => widthOf(row, gaps[at] ?? 0),
  )

const widthOf = ({ lead, assign }: Row, gap: number): number => (assign === undefined ? lead : lead + gap + assign)

/** How many blanks put what follows into one column, with one blank behind the longest; one for a row that is in no run. */
const inColumns = (
  rows: readonly Row[],
  isIn: (row: Row) => boolean,
  before: (row: Row, at: number) => number,
): readonly number[] => {
  const blanks = rows.map(() => 1)
  for (let from = 0; from < rows.length; from += 1) {
    let to = from
    let column = 0
    for (let row = rows[to]; row && isIn(row); row = rows[to]) {
      column = Math.max(column, before(row, to) + 1)
      to += 1
    }
    for (let at = from; at < to; at += 1) {
      const row = rows[at]
      if (row) blanks[at] = column - before(row, at)
    }
    from = to
  }
  return blanks
}

/** As they were; a new line goes to the column of the one before it where it fits. */
const keptGaps = (after: readonly Row[], before: readonly Row[]): readonly number[] => {
  const gaps: number[] = []
  for (const [at, row] of after.entries()) {
    const old = before.find(({ gap }) => gap !== undefined && gap === row.gap)
    const previous = after[at - 1]
    const column = previous?.assign === undefined ? 0 : previous.lead + (gaps[at - 1] ?? 0)
    gaps.push(old ? kept(row.lead, old.lead + length(old.gap), length(old.gap)) : Math.max(column - row.lead, 1))
  }
  return gaps
}

const keptCommentGaps = (after: readonly Row[], gaps: readonly number[], before: readonly Row[]): readonly number[] =>
  after.map((row, at) => {
    const old = before.find(({ commentGap }) => commentGap !== undefined && commentGap === row.commentGap)
    const blanks = length(old?.commentGap)
    return old ? kept(widthOf(row, gaps[at] ?? 0), widthOf(old, length(old.gap)) + blanks, blanks) : 1
  })

/** In the same column where it fits; right behind, where it was right behind. */
const kept = (before: number, column: number, blanks: number): number =>
  column - before === blanks || blanks === 1 ? blanks : Math.max(column - before, 1)

const spacing = (source: SourceFile, span: Span | undefined, blanks: number): readonly Edit[] =>
  span && length(span) !== blanks ? [{ source, span, text: ' '.repeat(blanks) }] : []
