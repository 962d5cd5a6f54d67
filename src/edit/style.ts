import type { Block } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'
import type { Style } from './native.js'

export const isJson = ({ path }: SourceFile): boolean => path.endsWith('.json')

/** Where the line begins that holds the offset. */
export const lineStart = ({ text }: SourceFile, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

/** Where the line behind the one that holds the offset begins; the end of the text where there is none. */
export const nextLine = ({ text }: SourceFile, offset: number): number => {
  const at = text.indexOf('\n', offset)
  return at === -1 ? text.length : at + 1
}

/** As the block and its file are written. */
export const styleOf = ({ text }: SourceFile, { body }: Block): Style => {
  const inside = text.slice(body.span.start, body.span.end)
  const [, indent = '  '] = /\n([ \t]+)\S/.exec(inside) ?? []
  const first = text.indexOf('\n')
  return { indent, lineEnd: first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n' }
}
