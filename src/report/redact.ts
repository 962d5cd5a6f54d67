import { type Attribute, type Block, type Body, type Expression, type Literal, walk } from '../hcl/index.js'
import type { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { parseConfiguration } from '../terraform/load/parse.js'
import type { Report } from './report.js'
import { isConfiguration, valueSpans } from './values-file.js'

/** Names of arguments whose literals are secrets, as providers and people call them. */
const SECRET = /pass(word|wd|phrase)?$|password|secret|token|credential|private_?key|access_?key|api_?key|auth/i
/** Names that match above and hold no secret, but say where one is or whether there is one. */
const HARMLESS = /_(arn|id|ids|name|type|enabled|version|length|rotation|days|mode|url)$|^manage_|^iam_/i

const isSecret = (name: string): boolean => SECRET.test(name) && !HARMLESS.test(name)

/** `name = "…`, `"name": "…` or `name = <<…` at any place of a line, or `sensitive("…`: the net below the syntax tree, for files that do not parse. */
const WRITTEN = /(?<![\w-])(?:([\w-]{1,100})"?[ \t]*[=:]|sensitive\()\s*(?="|<<)/g
/** A variable as it is written where the syntax tree may lack it: to the brace at the beginning of a line. */
const VARIABLE = /^[ \t]*variable[ \t]+"[^"\n]*"[ \t]*\{/gm
const MARKED = /\bsensitive[ \t]*=[ \t]*"?true\b/
const DEFAULT = /\bdefault[ \t]*=[ \t]*/

/**
 * What of a source must not be shown: string literals of arguments named like a secret, wherever they stand, defaults of
 * variables that are marked sensitive, arguments of `sensitive()`, and the values of a values file; in any order.
 * References are no secrets and stay readable.
 */
const sensitiveSpans = (source: SourceFile): readonly Span[] => {
  const before = found.get(source)
  if (before) return before
  const spans = findSensitive(source)
  found.set(source, spans)
  return spans
}

/** Many frames may show one source: it is searched once. */
const found = new WeakMap<SourceFile, readonly Span[]>()

const findSensitive = (source: SourceFile): readonly Span[] => {
  if (!isConfiguration(source.path)) return valueSpans(source)
  const spans = [...writtenSecrets(source.text), ...writtenDefaults(source.text)]
  collect(parseConfiguration(source, source.isJson ? 'json' : 'native').body, spans)
  return spans
}

function* writtenSecrets(text: string): Generator<Span> {
  for (const match of text.matchAll(WRITTEN)) {
    if (!isSecret(match[1] ?? 'secret')) continue
    const start = match.index + match[0].length
    yield { start, end: endOfLiteral(text, start) }
  }
}

/** The defaults of sensitive variables, to the end of their blocks: where one is broken, nobody knows where it ends. */
function* writtenDefaults(text: string): Generator<Span> {
  for (const { index } of text.matchAll(VARIABLE)) {
    const closing = text.indexOf('\n}', index)
    const block = text.slice(index, closing === -1 ? undefined : closing)
    const match = MARKED.test(block) ? DEFAULT.exec(block) : null
    if (match) yield* lines(text, index + match.index + match[0].length, index + block.length)
  }
}

/** What is written between two places, line by line: of every line it is seen that something stands there. */
function* lines(text: string, from: number, to: number): Generator<Span> {
  for (const match of text.slice(from, to).matchAll(/\S.*/g)) {
    yield { start: from + match.index, end: from + match.index + match[0].trimEnd().length }
  }
}

/** Behind the closing quote, or the end of the line where there is none; behind the closing name of a heredoc. */
const endOfLiteral = (text: string, start: number): number => {
  const heredoc = text[start] === '<' ? /<<-?([\w-]+)[ \t]*\r?\n/y : undefined
  if (heredoc) {
    heredoc.lastIndex = start
    const name = heredoc.exec(text)?.[1]
    const closer = name === undefined ? undefined : new RegExp(`^[ \\t]*${name}\\b`, 'gm')
    if (closer) closer.lastIndex = heredoc.lastIndex
    return closer?.exec(text) ? closer.lastIndex : text.length
  }
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at]
    if (character === '"') return at + 1
    if (character === '\n') return at
    if (character === '\\') at += 1
  }
  return text.length
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
  attribute?.expression.kind === 'literal' && String(attribute.expression.value) === 'true'

/** All literals below a name that says secret; below another name, those of nested keys that do. */
const collectNamed = (name: string, expression: Expression, spans: Span[]): void => {
  if (isSecret(name)) {
    literals(expression, spans)
    return
  }
  walk(expression, (inner) => {
    if (inner.kind === 'call' && inner.name === 'sensitive')
      for (const argument of inner.args) literals(argument, spans)
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

/** All that a run knows to be sensitive; also by what is suppressed: its line may be shown for another reason. */
export const maskedIn = ({ masked, findings, suppressed }: Report): Report['masked'] => [
  ...masked,
  ...[...findings, ...suppressed.map(({ finding }) => finding)].flatMap((finding) => finding.masked ?? []),
]

/** What must not be shown of a source, with what the run knows to be sensitive beyond the source's own words. */
export const masksOf = (source: SourceFile, masked: Report['masked']): readonly Span[] =>
  merged([...sensitiveSpans(source), ...masked.filter((mask) => mask.source === source).map(({ span }) => span)])

/** Sorted, without overlaps. */
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
