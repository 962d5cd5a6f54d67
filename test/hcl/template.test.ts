import { describe, expect, test } from 'vitest'
import type { Expression, TemplatePart } from '../../src/hcl/index.js'
import { errorsOf, expressionOf, grouped, parse } from './tree.js'

/** Texts in quotes, interpolations in braces, directives in brackets. */
const outline = (expression: Expression): string =>
  expression.kind === 'template' ? expression.parts.map(partOutline).join(' ') : grouped(expression)

const partOutline = (part: TemplatePart): string => {
  const all = (parts: readonly TemplatePart[]): string => parts.map(partOutline).join(' ')
  switch (part.kind) {
    case 'text':
      return JSON.stringify(part.value)
    case 'interpolation':
      return `{${outline(part.expression)}}`
    case 'if':
      return `[if ${grouped(part.condition)}: ${all(part.then)} | ${all(part.otherwise)}]`
    case 'for':
      return `[for ${part.keyName ?? '_'} ${part.valueName} in ${grouped(part.collection)}: ${all(part.body)}]`
  }
}

/** `$` stands for itself where TypeScript would otherwise read a placeholder. */
const D = '$'

describe('quoted templates', () => {
  test.each([
    [`"${D}{a}"`, '{a}'],
    [`" ${D}{~ a ~} "`, '"" {a} ""'],
    [`"x ${D}{a} y ${D}{"z${D}{b}"}"`, '"x " {a} " y " {"z" {b}}'],
    [`"%{ if a }b%{ else }${D}{c}%{ endif }"`, '[if a: "b" | {c}]'],
    [`"%{ for k, v in m }${D}{k}%{ for w in v }w%{ endfor }%{ endfor }"`, '[for k v in m: {k} [for _ w in v: "w"]]'],
    [`"a $ ${D}{~ b}"`, '"a $" {b}'],
    [`"$${D}{a} ${D}{b}"`, `"${D}{a} " {b}`],
  ])('%s', (text, expected) => expect(outline(expressionOf(text))).toBe(expected))
})

describe('heredocs', () => {
  test.each([
    ['<<EOT\na\n  b\nEOT', '"a\\n  b\\n"'],
    ['<<EOT\nEOT', '""'],
    ['<<-EOT\n    a\n\n      b\n  EOT', '"a\\n\\n  b\\n"'],
    [`<<-EOT\n    a\n  ${D}{b}\n  EOT`, '"  a\\n" {b} "\\n"'],
    [`<<-EOT\n    a ${D}{b}\n     c\n  EOT`, '"a " {b} "\\n c\\n"'],
    ['<<-EOT\n  %{ if x ~}\n      a\n    b\n  %{ endif ~}\n  EOT', '"" [if x: "      a\\n  b\\n" | ] ""'],
    ['<<EOT\n\\n "a" $$\nEOT', '"\\\\n \\"a\\" $$\\n"'],
    ['<<EOT\r\na\r\nEOT\r', '"a\\r\\n"'],
  ])('%j', (text, expected) => expect(outline(expressionOf(text))).toBe(expected))

  test('the span ends behind the closing name', () => {
    const file = parse('a = <<-EOT\n  x\n  EOT  \nb = 1\n')
    expect(file.source.slice(file.body.attributes.get('a')?.expression.span ?? { start: 0, end: 0 })).toBe(
      '<<-EOT\n  x\n  EOT',
    )
    expect([...file.body.attributes.keys()]).toEqual(['a', 'b'])
  })
})

test.each([
  ['"a', 'a string in quotes cannot span lines'],
  ['"\\d"', 'this is no escape sequence'],
  ['"\\u12"', 'this escape sequence takes four hexadecimal digits'],
  ['"\\ud800"', 'there is no such character'],
  [`"${D}{a"`, `expected the brace that closes ${D}{`],
  ['"%{ if a }"', 'this if directive has no endif'],
  ['"%{ endif }"', 'nothing that endif could belong to is open here'],
  ['"%{ if a }%{ endfor }%{ endif }"', 'nothing that endfor could belong to is open here'],
  ['"%{ when a }"', 'this is no template directive'],
  ['<<EOT\na', 'this heredoc is never closed'],
  ['<<EOT a\nEOT', 'expected the end of the line behind the name of a heredoc'],
])('%j is refused', (text, message) => {
  expect(errorsOf(parse(`x = ${text}\n`))[0]).toContain(message)
})
