import type { Diagnostic } from '../source/diagnostic.js'
import { SourceFile } from '../source/source-file.js'
import { isValuesFile } from '../terraform/load/file-names.js'
import { parseConfiguration, parseValues } from '../terraform/load/parse.js'
import type { EditedFile } from './combine.js'
import { beyond, errorsIn, tally, wordingOf } from './standing.js'

/** What cannot be read in a file with its edits, and could be without them. */
export const newSyntaxErrors = ({ source, text }: EditedFile): readonly Diagnostic[] => {
  const after = syntaxErrors(new SourceFile(source.path, text))
  return after.length === 0 ? [] : beyond(tally(syntaxErrors(source).map(wordingOf)), after, wordingOf)
}

const syntaxErrors = (source: SourceFile): readonly Diagnostic[] => {
  const parse = isValuesFile(source.path) ? parseValues : parseConfiguration
  return errorsIn(parse(source, source.isJson ? 'json' : 'native').diagnostics)
}
