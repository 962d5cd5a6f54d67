/** How a file is written. */
import type { Block } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'

export interface Style {
  /** Of one level. */
  readonly indent: string
  readonly lineEnd: string
}

/** As `terraform fmt` writes. */
export const FMT: Style = { indent: '  ', lineEnd: '\n' }

/** Where the line begins that holds the offset. */
export const lineStart = ({ text }: SourceFile, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1

/** The blanks that begin the line that holds the offset. */
export const indentAt = (source: SourceFile, offset: number): string => {
  const start = lineStart(source, offset)
  return /^\ufeff?([ \t]*)/.exec(source.text.slice(start, offset))?.[1] ?? ''
}

/** Whether nothing but blanks stands before it on its line. */
export const isFirstOnLine = (source: SourceFile, offset: number): boolean =>
  /^\ufeff?[ \t]*$/.test(source.text.slice(lineStart(source, offset), offset))

/** Of the first line. */
export const lineEndOf = ({ text }: SourceFile): string => {
  const first = text.indexOf('\n')
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n'
}

/** As the file is written: by its first block that goes on over several lines. */
export const styleOfFile = (source: SourceFile): Style => {
  const [, indent = FMT.indent] = /^[^\s#/][^\n]*\{[ \t]*\r?\n([ \t]+)\S/m.exec(source.text) ?? []
  return { indent, lineEnd: lineEndOf(source) }
}

/** As the block and its file are written. */
export const styleOf = (source: SourceFile, { body, span }: Block): Style => {
  const own = indentAt(source, span.start)
  const [, inner = ''] = /\n([ \t]+)\S/.exec(source.slice(body.span)) ?? []
  const indent = inner.startsWith(own) ? inner.slice(own.length) : ''
  return { indent: indent === '' ? FMT.indent : indent, lineEnd: lineEndOf(source) }
}
