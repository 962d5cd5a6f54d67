/** How a configuration's text becomes a syntax tree: which parser, and what happens to a file that it refuses. */
import { arbitrate, parseEmbeddedExpression, parseJsonSyntax, parseNative, type Verdict } from '../../hcl/index.js'
import type { Expression, ParsedFile } from '../../hcl/syntax.js'
import type { Diagnostic } from '../../source/diagnostic.js'
import { SourceFile } from '../../source/source-file.js'
import { configurationSchema, valuesSchema } from './json-schema.js'

/** Each source is parsed once, whoever asks for it. */
const parsedSources = new WeakMap<SourceFile, ParsedFile>()

export const parseConfiguration = (source: SourceFile, syntax: 'native' | 'json'): ParsedFile => {
  const before = parsedSources.get(source)
  if (before?.syntax === syntax) return before
  const parsed = syntax === 'json' ? parseJsonSyntax(source, configurationSchema) : parseNative(source)
  parsedSources.set(source, parsed)
  return parsed
}

/** A values file (`.tfvars`): attributes, nothing else. */
export const parseValues = (source: SourceFile, syntax: 'native' | 'json'): ParsedFile =>
  syntax === 'json' ? parseJsonSyntax(source, valuesSchema) : parseNative(source)

/** An expression that stands in no file; `undefined` where the text is none. `name` says where it comes from. */
export const parseText = (name: string, text: string): Expression | undefined => {
  const { expression, diagnostics } = parseEmbeddedExpression(new SourceFile(name, text), {
    start: 0,
    end: text.length,
  })
  return diagnostics.length === 0 ? expression : undefined
}

export const refused = ({ syntax, diagnostics }: ParsedFile): boolean =>
  syntax === 'native' && diagnostics.some(({ severity }) => severity === 'error')

/**
 * Asks HashiCorp's parser about a file that ours refuses. Where it refuses too, its message is shown, which is the one that
 * Terraform prints; where it does not, the mistake is ours and the file is read as HashiCorp's parser reads it.
 */
export const arbitrateFile = async (parsed: ParsedFile): Promise<ParsedFile> => {
  const { source, diagnostics } = parsed
  // HashiCorp's parser knows no such limit and dies of what ours stops at.
  if (diagnostics.some(({ message }) => message === 'nested too deeply')) return parsed
  const verdict = await arbitrate(source)
  switch (verdict.verdict) {
    case 'unavailable':
      return parsed
    case 'refused': {
      const [first, ...rest] = diagnostics
      return first ? { ...parsed, diagnostics: inTheirWords(source, first, rest, verdict) } : parsed
    }
    case 'accepted': {
      // No edit may be made from positions in a text that is not the file's.
      const converted = parseJsonSyntax(new SourceFile(source.path, verdict.json, false), configurationSchema)
      return { ...converted, diagnostics: [oursToMend(source, diagnostics)] }
    }
  }
}

/** Their message takes the place of our first one, and of all that ours says of the same line or of the one theirs is about. */
const inTheirWords = (
  source: SourceFile,
  first: Diagnostic,
  rest: readonly Diagnostic[],
  { message, line }: Extract<Verdict, { readonly verdict: 'refused' }>,
): readonly Diagnostic[] => {
  const lineOf = ({ span }: Diagnostic): number | undefined => span && source.position(span.start).line
  const said = new Set([lineOf(first), line])
  // Our own position stays, it is the one that the tree was recovered at; our advice goes with our message.
  const { hint: _, ...place } = first
  return [{ ...place, message }, ...rest.filter((other) => !said.has(lineOf(other)))]
}

const oursToMend = (source: SourceFile, [first]: readonly Diagnostic[]): Diagnostic => ({
  severity: 'warning',
  message: `${source.path} is valid, but tf-das-lint's parser does not understand it, so findings in it have no lines`,
  hint: 'report the file as a mistake of tf-das-lint',
  file: source.path,
  source,
  ...(first?.span && { span: first.span }),
})
