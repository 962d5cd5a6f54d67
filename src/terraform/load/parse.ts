/** How a configuration's text becomes a syntax tree: which parser, and what happens to a file that it refuses. */
import { arbitrate, parseEmbeddedExpression, parseJsonSyntax, parseNative } from '../../hcl/index.js'
import type { Expression, ParsedFile } from '../../hcl/syntax.js'
import type { Diagnostic } from '../../source/diagnostic.js'
import { SourceFile } from '../../source/source-file.js'
import { configurationSchema, valuesSchema } from './json-schema.js'

export const parseConfiguration = (source: SourceFile, syntax: 'native' | 'json'): ParsedFile =>
  syntax === 'json' ? parseJsonSyntax(source, configurationSchema) : parseNative(source)

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
  const verdict = await arbitrate(source)
  switch (verdict.verdict) {
    case 'unavailable':
      return parsed
    case 'refused': {
      // Our own position stays: it is the one that the tree was recovered at.
      const [first, ...rest] = diagnostics
      return first ? { ...parsed, diagnostics: [{ ...first, message: verdict.message }, ...rest] } : parsed
    }
    case 'accepted': {
      // No edit may be made from positions in a text that is not the file's.
      const converted = parseJsonSyntax(new SourceFile(source.path, verdict.json, false), configurationSchema)
      return { ...converted, diagnostics: [oursToMend(source, diagnostics)] }
    }
  }
}

const oursToMend = (source: SourceFile, [first]: readonly Diagnostic[]): Diagnostic => ({
  severity: 'warning',
  message: `${source.path} is valid, but tf-das-lint's parser does not understand it, so findings in it have no lines`,
  hint: 'report the file as a mistake of tf-das-lint',
  file: source.path,
  source,
  ...(first?.span && { span: first.span }),
})
