import { type Attribute, type Block, type Body, type Expression, type Literal, walk } from '../hcl/index.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { parseConfiguration } from '../terraform/load/parse.js'

/** Names of arguments whose literals are secrets, as providers and people call them. */
const SECRET = /pass(word|wd|phrase)?$|password|secret|token|credential|private_?key|access_?key|api_?key|auth/i
/** Names that match above and hold no secret, but say where one is or whether there is one. */
const HARMLESS = /_(arn|id|ids|name|type|enabled|version|length|rotation|days|mode|url)$|^manage_|^iam_/i

const isSecret = (name: string): boolean => SECRET.test(name) && !HARMLESS.test(name)

/** `name = "…` or `"name": "…` at any place of a line: the net below the syntax tree, for files that do not parse. */
const WRITTEN = /(?<![\w-])([\w-]+)"?[ \t]*[=:][ \t]*(?=")/g
const QUOTED = /"(?:[^"\\\n\r]|\\.)*"?/y

/**
 * What of a source must not be shown: string literals of arguments named like a secret, wherever they stand, and defaults of
 * variables that are marked sensitive. Sorted, without overlaps. References are no secrets and stay readable.
 */
export const sensitiveSpans = (source: SourceFile): readonly Span[] => {
  const spans = [...writtenSecrets(source.text)]
  collect(parseConfiguration(source, source.path.endsWith('.json') ? 'json' : 'native').body, spans)
  return merged(spans)
}

function* writtenSecrets(text: string): Generator<Span> {
  for (const match of text.matchAll(WRITTEN)) {
    if (!isSecret(match[1] ?? '')) continue
    QUOTED.lastIndex = match.index + match[0].length
    const literal = QUOTED.exec(text)?.[0]
    if (literal) yield { start: QUOTED.lastIndex - literal.length, end: QUOTED.lastIndex }
  }
}

const collect = (body: Body, spans: Span[]): void => {
  for (const attribute of body.attributes.values()) collectNamed(attribute.name, attribute.expression, spans)
  for (const block of body.blocks) {
    const fallback = isSecretVariable(block) ? block.body.attributes.get('default') : undefined
    if (fallback) literals(fallback.expression, spans)
    collect(block.body, spans)
  }
}

const isSecretVariable = ({ type, labels, body }: Block): boolean =>
  type === 'variable' && (isMarked(body.attributes.get('sensitive')) || isSecret(labels[0]?.value ?? ''))

const isMarked = (attribute: Attribute | undefined): boolean =>
  attribute?.expression.kind === 'literal' && attribute.expression.value === true

/** All literals below a name that says secret; below another name, those of nested keys that do. */
const collectNamed = (name: string, expression: Expression, spans: Span[]): void => {
  if (isSecret(name)) {
    literals(expression, spans)
    return
  }
  walk(expression, (inner) => {
    if (inner.kind !== 'object') return
    for (const { key, value } of inner.items) {
      if (key.kind === 'literal' && isSecret(String(key.value))) literals(value, spans)
    }
  })
}

const literals = (expression: Expression, spans: Span[]): void =>
  walk(expression, (inner) => {
    if (inner.kind === 'template') spans.push(inner.span)
    else if (inner.kind === 'literal' && inner.style !== 'bare' && isTelling(inner.value)) {
      spans.push(inner.span)
    }
  })

/** An empty string, a boolean or null is no secret. */
const isTelling = (value: Literal['value']): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value !== '')

const merged = (spans: readonly Span[]): readonly Span[] => {
  const result: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1)
    if (last && span.start < last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else if (span.end > span.start) result.push(span)
  }
  return result
}
