import { describe, expect, test } from 'vitest'
import { children, parseEmbeddedExpression, walk } from '../../src/hcl/index.js'
import { SourceFile } from '../../src/source/source-file.js'
import { errorsOf, expressionOf, grouped, parse } from './tree.js'

describe('operators', () => {
  test.each([
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['a || b && c == d < e + f * g', '(a || (b && (c == (d < (e + (f * g))))))'],
    ['-a.b + !c[0]', '((-a.b) + (!c[0]))'],
    ['a ? b : c ? d : e', '(a ? b ? (c ? d ? e))'],
    ['a-b - c', '(a-b - c)'],
    ['(a + b) * c', '((a + b) * c)'],
    ['a >= b != c <= d', '((a >= b) != (c <= d))'],
  ])('%s', (text, expected) => expect(grouped(expressionOf(text))).toBe(expected))
})

describe('traversals', () => {
  test.each([
    ['a.b.c', 'a.b.c'],
    ['a.0.b', 'a[0].b'],
    ['a["k"][i].b', 'a["k"][i].b'],
    ['a.*.b.c[0].d', 'a.*<.b.c>[0].d'],
    ['a[*].b[0].c', 'a[*]<.b[0].c>'],
    ['a[*].b[*].c', 'a[*]<.b[*]<.c>>'],
    ['f(x).y', 'f(x).y'],
    ['provider::aws::arn_parse(a...)', 'provider::aws::arn_parse(a...)'],
  ])('%s', (text, expected) => expect(grouped(expressionOf(text))).toBe(expected))

  test('a legacy index says so, and keeps its dot in its span', () => {
    const access = expressionOf('a.0')
    expect(access).toMatchObject({ steps: [{ kind: 'index', legacy: true, span: { start: 5, end: 7 } }] })
  })

  test('two legacy indexes in a row are an error, and still two steps', () => {
    const file = parse('x = a.0.1\n')
    expect(errorsOf(file)).toEqual(['two legacy indexes in a row are read as one number: "0.1"'])
    expect(file.diagnostics[0]?.hint).toBe('write [0][1]')
    expect(grouped(file.body.attributes.get('x')?.expression ?? expressionOf('lost'))).toBe('a[0][1]')
  })
})

describe('object keys', () => {
  test.each([
    ['{ a = 1 }', { kind: 'literal', value: 'a', style: 'bare' }],
    ['{ null : 1 }', { kind: 'literal', value: 'null', style: 'bare' }],
    ['{ "a" = 1 }', { kind: 'literal', value: 'a', style: 'quoted' }],
    ['{ 5 = 1 }', { kind: 'literal', value: 5 }],
    ['{ (a) = 1 }', { kind: 'parentheses' }],
    ['{ a.b = 1 }', { kind: 'access' }],
    ['{ "$' + '{a}" = 1 }', { kind: 'template' }],
  ])('%s', (text, key) => expect(expressionOf(text)).toMatchObject({ kind: 'object', items: [{ key }] }))
})

test('for expressions', () => {
  expect(expressionOf('[for v in l : v if v.ok]')).toMatchObject({
    kind: 'for',
    valueName: 'v',
    grouping: false,
    condition: { kind: 'access' },
  })
  expect(expressionOf('{ for k, v in m : k => v... }')).toMatchObject({
    keyName: 'k',
    valueName: 'v',
    key: { name: 'k' },
    value: { name: 'v' },
    grouping: true,
  })
})

test.each([
  ['1e3', 1000],
  ['2.5E-3', 0.0025],
  ['007', 7],
  ['"\\u00e9\\U0001F600\\n\\"\\\\"', 'é😀\n"\\'],
  ['"e\u0301"', 'é'],
  ['"$$' + '{a} %%{b} $$ %"', '$' + '{a} %{b} $$ %'],
])('the value of %s', (text, value) => expect(expressionOf(text)).toMatchObject({ kind: 'literal', value }))

test('walking meets every expression once, parents first, in order', () => {
  const names: string[] = []
  walk(
    expressionOf('f(a, [b[c].d, "%{ if e }$' + '{g}%{ endif }"], { (h) = -i }, [for x in j : k if l], m ? n : o)'),
    (node) => {
      if (node.kind === 'variable') names.push(node.name)
    },
  )
  expect(names.join('')).toBe('abceghijklmno')
  expect(children(expressionOf('a[*].b[c]')).map((child) => child.kind)).toEqual(['variable', 'variable'])
})

test('an embedded expression has positions of its file', () => {
  const source = new SourceFile('x.tf', 'depends_on = ["aws_x.y", "no wonder"]')
  const { expression, diagnostics } = parseEmbeddedExpression(source, { start: 15, end: 22 })
  expect(diagnostics).toEqual([])
  expect(expression).toMatchObject({ kind: 'access', steps: [{ name: 'y' }], span: { start: 15, end: 22 } })
  const broken = parseEmbeddedExpression(source, { start: 26, end: 35 })
  expect(broken.expression.kind).toBe('invalid')
  expect(broken.diagnostics[0]).toMatchObject({ severity: 'error', span: { start: 29, end: 30 } })
})
