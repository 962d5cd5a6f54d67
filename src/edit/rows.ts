/** The lines of a file in native syntax, as `terraform fmt` aligns them. */
import { parseNative } from '../hcl/native.js'
import type { Attribute, Body, Comment, Expression } from '../hcl/syntax.js'
import { walk } from '../hcl/walk.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { isFirstOnLine } from './style.js'

/**
 * A line, or an argument whose value is a heredoc. In consecutive lines with an `=` to be aligned these stand in one column; so do
 * the comments of consecutive lines that end with one.
 */
export interface Row {
  /** How wide it is up to the blanks before its `=`, or before its comment where no `=` of it is aligned. */
  readonly lead: number
  /** How wide it is from its `=` to the blanks before its comment; absent where no `=` of it is aligned. */
  readonly assign?: number
  readonly hasComment: boolean
  /** The blanks before its `=`; absent where they have yet to be written. */
  readonly gap?: Span
  /** The blanks before its comment, likewise. */
  readonly commentGap?: Span
}

export interface WrittenRow extends Row {
  /** From the beginning of its line up to its line end. */
  readonly span: Span
  readonly assignment?: Assignment
  readonly isBlank: boolean
  /** Whether a comment goes on beyond its line, so that nobody knows how wide it is. */
  readonly isStrange: boolean
}

/** An argument, or an entry of an object. */
export type Assignment = Pick<Attribute, 'nameSpan' | 'expression'>

/** The row with a value in it that is longer, or shorter. */
export const grown = (row: Row, by: number): Row =>
  row.assign === undefined ? { ...row, lead: row.lead + by } : { ...row, assign: row.assign + by }

/** A line with nothing to align, which ends the runs around it. */
export const BREAK: Row = { lead: 0, hasComment: false }

export class Rows {
  readonly source: SourceFile
  readonly all: readonly WrittenRow[]
  readonly comments: readonly Comment[]

  constructor(source: SourceFile) {
    const { body, comments } = parseNative(source)
    this.source = source
    this.comments = comments
    this.all = rowsOf(source, body, comments)
  }

  /** The index of the row that holds the offset. */
  at(offset: number): number {
    return Math.max(countBefore(this.all, offset + 1) - 1, 0)
  }

  /** The first comment that begins there or behind. */
  commentBehind(offset: number): Comment | undefined {
    return this.comments[countBefore(this.comments, offset)]
  }

  /** Where the row behind this one begins: behind its line end. */
  next(index: number): number {
    return this.all[index + 1]?.span.start ?? this.source.text.length
  }
}

/** How many of them begin before the offset; they are in the order of the text. */
const countBefore = (all: readonly { readonly span: Span }[], offset: number): number => {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.span.start ?? offset) < offset) low = middle + 1
    else high = middle
  }
  return low
}

const known = new WeakMap<SourceFile, Rows>()

/** Made once for each file. */
export const rowsIn = (source: SourceFile): Rows => {
  const rows = known.get(source) ?? new Rows(source)
  known.set(source, rows)
  return rows
}

const rowsOf = (source: SourceFile, body: Body, comments: readonly Comment[]): readonly WrittenRow[] => {
  const { text, lineStarts } = source
  const assignments = new Map<number, Assignment>()
  addAssignments(source, body, assignments)
  const trailing = new Map<number, Comment>()
  const strange = new Set<number>()
  for (const comment of comments) {
    const first = source.lineIndex(comment.span.start)
    const last = source.lineIndex(comment.span.end)
    if (comment.style !== 'block' && !isFirstOnLine(source, comment.span.start)) trailing.set(first, comment)
    if (last > first) for (let line = first; line <= last; line += 1) strange.add(line)
  }
  const rows: WrittenRow[] = []
  for (let line = 0; line < lineStarts.length; line += 1) {
    const assignment = assignments.get(line)
    const start = lineStarts[line] ?? 0
    const isHeredoc = assignment && text.startsWith('<<', assignment.expression.span.start)
    const last = isHeredoc ? source.lineIndex(assignment.expression.span.end) : line
    const span = { start: text.startsWith('\ufeff', start) ? start + 1 : start, end: endOfLine(source, last) }
    const isStrange = strange.has(line)
    const written = { span, isStrange, isBlank: text.slice(span.start, span.end).trim() === '' }
    rows.push({ ...rowOf(source, span, assignment, trailing.get(last)), ...written, ...(assignment && { assignment }) })
    line = last
  }
  return rows
}

const endOfLine = ({ text, lineStarts }: SourceFile, line: number): number => {
  const next = lineStarts[line + 1]
  if (next === undefined) return text.length
  return text[next - 2] === '\r' ? next - 2 : next - 1
}

/** By the line that each begins. */
const addAssignments = (source: SourceFile, { attributes, blocks }: Body, byLine: Map<number, Assignment>): void => {
  for (const attribute of attributes.values()) {
    byLine.set(source.lineIndex(attribute.span.start), attribute)
    walk(attribute.expression, (expression) => addEntries(source, expression, byLine))
  }
  for (const { body } of blocks) addAssignments(source, body, byLine)
}

const addEntries = (source: SourceFile, expression: Expression, byLine: Map<number, Assignment>): void => {
  if (expression.kind !== 'object') return
  for (const { key, value } of expression.items) {
    const { start } = key.span
    if (isFirstOnLine(source, start)) byLine.set(source.lineIndex(start), { nameSpan: key.span, expression: value })
  }
}

const rowOf = (
  source: SourceFile,
  span: Span,
  assignment: Assignment | undefined,
  comment: Comment | undefined,
): Row => {
  const { text } = source
  const behind = comment?.span.start ?? span.end
  const end = span.start + text.slice(span.start, behind).trimEnd().length
  const commentGap = comment && { start: end, end: comment.span.start }
  const ofComment = { hasComment: comment !== undefined, ...(commentGap && { commentGap }) }
  const gap = assignment && gapOf(source, span, assignment, end)
  return gap
    ? { lead: width(text.slice(span.start, gap.start)), assign: width(text.slice(gap.end, end)), gap, ...ofComment }
    : { lead: width(text.slice(span.start, end)), ...ofComment }
}

/** The blanks before the `=` of what has a line for itself. */
const gapOf = (source: SourceFile, span: Span, { nameSpan, expression }: Assignment, end: number): Span | undefined => {
  const { text } = source
  const isAlone =
    expression.span.end <= end &&
    source.lineIndex(nameSpan.start) === source.lineIndex(expression.span.start) &&
    isBlankOrComment(text.slice(span.start, nameSpan.start)) &&
    isBlankOrComment(text.slice(expression.span.end, end).replace(/^[ \t]*,/, ''))
  const blanks = /^[ \t]*(?==)/.exec(text.slice(nameSpan.end, expression.span.start))?.[0]
  if (!isAlone || blanks === undefined) return undefined
  return { start: nameSpan.end, end: nameSpan.end + blanks.length }
}

const isBlankOrComment = (text: string): boolean => /^(?:[ \t]|\/\*.*?\*\/)*$/.test(text)

let segmenter: Intl.Segmenter | undefined

/** In what people take for characters, as `terraform fmt` counts. */
export const width = (text: string): number => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is meant
  if (/^[\x00-\x7f]*$/.test(text)) return text.length
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return [...segmenter.segment(text)].length
}
