import type { ParsedFile } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'
import { PREFIX } from '../suppression/directive.js'
import { parseValues } from '../terraform/load/parse.js'
import type { Root } from './root.js'

const speaks = ({ text }: SourceFile): boolean => text.includes(PREFIX)

/** Whether findings could be suppressed by a comment: few files have one, and the other runs need not load what reads them. */
export const isSpokenFor = (files: readonly ParsedFile[]): boolean => files.some(({ source }) => speaks(source))

/** Values files that hold such a comment, with it: only their values were kept. */
export const commentedValues = (roots: readonly Root[]): readonly ParsedFile[] => {
  const sources = new Set(roots.flatMap(({ evaluator }) => valuesFilesOf(evaluator.root)))
  return [...sources].filter(speaks).map((source) => parseValues(source, source.isJson ? 'json' : 'native'))
}

const valuesFilesOf = ({ given }: Root['evaluator']['root']): readonly SourceFile[] =>
  [...given.values()].flatMap(({ owner, written }) => (owner === 'values-file' && written ? [written.source] : []))
