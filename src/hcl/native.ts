import type { SourceFile } from '../source/source-file.js'
import { parseFileBody } from './body.js'
import { scannerOf } from './scanner.js'
import type { ParsedFile } from './syntax.js'

/** Parses HCL's native syntax. Takes any text; errors are in `diagnostics`, and the tree has what stands around them. */
export const parseNative = (source: SourceFile): ParsedFile => {
  const scanner = scannerOf(source)
  const body = parseFileBody(scanner)
  return { source, syntax: 'native', body, comments: scanner.comments, diagnostics: scanner.diagnostics }
}
