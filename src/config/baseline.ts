import baselineSchema from '../../schemas/baseline.schema.json' with { type: 'json' }
import type { Baseline, BaselineEntry } from '../lint/options.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { FileSystem } from '../source/file-system.js'
import { readDocument } from './document.js'
import { plain } from './located-json.js'
import { type Read, read } from './read.js'
import { bySpan, mistakesIn } from './schema-errors.js'
import { baseline as validate } from './validators.js'

/** What `schemas/baseline.schema.json` allows. */
interface BaselineDocument {
  readonly findings: readonly (BaselineEntry & { readonly fingerprint: string })[]
}

export const readBaseline = async (fileSystem: FileSystem, file: string): Promise<Read<Baseline>> => {
  const document = await readDocument(fileSystem, file)
  if (document.kind === 'wrong') return withAdvice(document.diagnostics)
  const mistakes = mistakesIn(document.value, validate, baselineSchema)
  if (mistakes.length > 0) return withAdvice([...mistakes].sort(bySpan))
  const { findings } = plain(document.value.root) as BaselineDocument
  return read({ file, findings: new Map(findings.map(({ fingerprint, ...entry }) => [fingerprint, entry])) })
}

/** Nobody writes such a file by hand: one mistake is enough, and it is not to be mended but to be made anew. */
const withAdvice = ([first]: readonly Diagnostic[]): Read<never> => ({
  kind: 'wrong',
  diagnostics: first ? [{ ...first, hint: '--write-baseline writes the baseline' }] : [],
})
