import { readLine } from './heredoc.js'
import type { JsonString, JsonValue } from './json-reader.js'
import { isSyntaxFailure, Scanner } from './scanner.js'
import type { Expression } from './syntax.js'
import { TemplatePieces } from './template.js'

/** What a JSON value says as an expression. `outer` is the scanner of the file, which takes the diagnostics. */
export const expressionOf = (outer: Scanner, json: JsonValue): Expression => {
  const { span } = json
  switch (json.kind) {
    case 'scalar':
      return { kind: 'literal', value: json.value, span }
    case 'string':
      return stringExpression(outer, json)
    case 'array':
      return { kind: 'tuple', items: json.items.map((item) => expressionOf(outer, item)), span }
    case 'object': {
      const items = json.members.map(({ name, value }) => ({
        key: stringExpression(outer, name),
        value: expressionOf(outer, value),
      }))
      return { kind: 'object', items, span }
    }
  }
}

const stringExpression = (outer: Scanner, json: JsonString): Expression => {
  const { value, offsets, span } = json
  if (!value.includes('${') && !value.includes('%{')) {
    return { kind: 'literal', value: value.normalize('NFC'), style: 'quoted', span }
  }
  const scanner =
    offsets === undefined
      ? new Scanner(outer.source, outer.text, span.start + 1, span.end - 1)
      : new Scanner(outer.source, value, 0, value.length)
  const expression = templateOf(scanner)
  if (offsets !== undefined) translate([expression, scanner.diagnostics.map((diagnostic) => diagnostic.span)], offsets)
  outer.adopt(scanner.diagnostics)
  return { ...expression, span }
}

/** The whole text of a scanner as a template without quotes. */
const templateOf = (scanner: Scanner): Expression => {
  const { position, end } = scanner
  try {
    const pieces = new TemplatePieces(scanner)
    while (readLine(scanner, pieces));
    return pieces.finish('quoted', position, end)
  } catch (error) {
    if (!isSyntaxFailure(error)) throw error
    return { kind: 'invalid', span: { start: position, end } }
  }
}

/** Moves all spans in a fresh tree from the text of a string to the source that the string is written in. */
const translate = (tree: object, offsets: readonly number[]): void => {
  const pending: object[] = [tree]
  const seen = new Set<object>()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    if (isSpan(node)) {
      node.start = offsets[node.start] ?? node.start
      node.end = offsets[node.end] ?? node.end
    } else for (const part of Object.values(node)) if (typeof part === 'object' && part !== null) pending.push(part)
  }
}

const isSpan = (node: object): node is { start: number; end: number } => 'start' in node && 'end' in node
