import { describe, expect, test } from 'vitest'
import { type JsonBlockSchema, type ParsedFile, parseJsonSyntax } from '../../src/hcl/index.js'
import { SourceFile } from '../../src/source/source-file.js'
import { errorsOf } from './tree.js'

const schema: JsonBlockSchema = {
  labels: 0,
  blocks: new Map([
    ['resource', { labels: 2, blocks: new Map([['lifecycle', { labels: 0 }]]) }],
    ['locals', { labels: 0 }],
  ]),
}

const parse = (text: string): ParsedFile => parseJsonSyntax(new SourceFile('test.tf.json', text), schema)

/** Stands for itself where TypeScript would otherwise read a placeholder. */
const D = '$'

test('blocks with labels, nested blocks and arguments, with their spans', () => {
  const file = parse('{"resource": {"aws_x": {"a": {"lifecycle": [{"b": 1}, {"b": 2}], "c": [true, null]}, "d": {}}}}')
  const { source, body } = file
  expect(errorsOf(file)).toEqual([])
  expect(body.blocks.map(({ type, labels }) => [type, ...labels.map(({ value }) => value)])).toEqual([
    ['resource', 'aws_x', 'a'],
    ['resource', 'aws_x', 'd'],
  ])
  const [first] = body.blocks
  expect(first && source.slice(first.headerSpan)).toBe('"a"')
  expect(first && source.slice(first.typeSpan)).toBe('"resource"')
  expect(first && source.slice(first.span)).toMatch(/^"a": \{.*null\]\}$/)
  expect(first?.body.blocks.map(({ body }) => body.attributes.get('b')?.expression)).toMatchObject([
    { value: 1 },
    { value: 2 },
  ])
  const c = first?.body.attributes.get('c')
  expect(c?.expression).toMatchObject({ kind: 'tuple', items: [{ value: true }, { value: null }] })
  expect(c && source.slice(c.span)).toBe('"c": [true, null]')
})

test('arrays stand for several objects at every level', () => {
  const file = parse(
    '[{"resource": [{"t": [{"a": [{}, {}]}, {"b": {}}]}]}, {"locals": [{"x": 1}]}, {"resource": null}]',
  )
  expect(errorsOf(file)).toEqual([])
  const headers = file.body.blocks.map(({ type, labels }) => [type, ...labels.map(({ value }) => value)].join('.'))
  expect(headers).toEqual(['resource.t.a', 'resource.t.a', 'resource.t.b', 'locals'])
})

test('strings are templates, whose positions are those in the file', () => {
  const file = parse(
    `{"locals": {"a": "${D}{x.y}", "b": "1 ${D}{z}", "c": "plain $", "d": "$${D}{e}", "f": {"${D}{g}": "h"}}}`,
  )
  const { source, body } = file
  expect(errorsOf(file)).toEqual([])
  const at = (name: string) => body.blocks[0]?.body.attributes.get(name)?.expression
  const a = at('a')
  expect(a).toMatchObject({ kind: 'template', style: 'quoted', parts: [{ kind: 'interpolation' }] })
  const [part] = a?.kind === 'template' ? a.parts : []
  expect(part?.kind === 'interpolation' && source.slice(part.expression.span)).toBe('x.y')
  expect(a && source.slice(a.span)).toBe(`"${D}{x.y}"`)
  expect(at('b')).toMatchObject({ kind: 'template', parts: [{ value: '1 ' }, { expression: { name: 'z' } }] })
  expect(at('c')).toMatchObject({ kind: 'literal', value: 'plain $', style: 'quoted' })
  expect(at('d')).toMatchObject({ kind: 'literal', value: `${D}{e}` })
  expect(at('f')).toMatchObject({ items: [{ key: { kind: 'template' }, value: { value: 'h' } }] })
})

test('positions hold behind escapes', () => {
  const file = parse(String.raw`{"a": "\"\u00e9\n${D}{f(\"x\", y)} ${D}{z"}`)
  const { source, body, diagnostics } = file
  expect(body.attributes.get('a')?.expression.kind).toBe('invalid')
  expect(diagnostics.map(({ span }) => span && source.slice(span))).toEqual([`${D}{`])
  const fine = parse(String.raw`{"a": "\"\u00e9\n${D}{f(\"x\", y)}"}`)
  const a = fine.body.attributes.get('a')?.expression
  const [text, part] = a?.kind === 'template' ? a.parts : []
  expect(text).toMatchObject({ kind: 'text', value: '"é\n' })
  const call = part?.kind === 'interpolation' ? part.expression : undefined
  expect(call && fine.source.slice(call.span)).toBe(String.raw`f(\"x\", y)`)
  expect(call?.kind === 'call' && call.args.map((arg) => fine.source.slice(arg.span))).toEqual([String.raw`\"x\"`, 'y'])
})

test('a // property is a comment', () => {
  const file = parse('{"//": "one", "locals": {"//": "two", "a": {"//": "three"}}}')
  expect(file.comments.map(({ span }) => file.source.slice(span))).toEqual(['one', 'two'])
  expect([...(file.body.blocks[0]?.body.attributes.keys() ?? [])]).toEqual(['a'])
})

test('names that objects have of their own are names, and no blocks', () => {
  const file = parse('{"__proto__": 1, "constructor": {"a": 2}, "toString": 3}')
  expect([...file.body.attributes.keys()]).toEqual(['__proto__', 'constructor', 'toString'])
  const record = parseJsonSyntax(new SourceFile('x', '{"constructor": 1, "a": {}}'), {
    labels: 0,
    blocks: { a: { labels: 0 } },
  })
  expect([...record.body.attributes.keys()]).toEqual(['constructor'])
  expect(record.body.blocks.map(({ type }) => type)).toEqual(['a'])
})

describe('errors', () => {
  test.each([
    ['', 'expected a JSON value, but the file ends: ""'],
    ['{"a": 1', 'this bracket is never closed: "{"'],
    ['{"a": 1, ', 'this brace is never closed: "{"'],
    ['{"a": [1', 'this bracket is never closed: "["'],
    ['{"a": 1,}', 'JSON allows no comma behind the last item: ","'],
    ['{"a" 1}', 'expected a colon behind the property name: "1"'],
    ['{"a": 01}', 'this is not a number: "01"'],
    ['{"a": var.b}', 'expected a JSON value; an expression stands in double quotes: "var"'],
    ['{a: 1}', 'expected a property name in double quotes: "a"'],
    ['{"a": "b\n"}', 'this string is never closed: "\\""'],
    [String.raw`{"a": "\x"}`, 'this is no escape sequence of JSON: "\\\\x"'],
    ['{"a": 1} {', 'expected the end of the file: "{"'],
    ['{"a": 1, "a": 2}', 'this argument is set twice: "\\"a\\""'],
    ['{"resource": 1}', 'expected an object with labels: "1"'],
    ['"text"', 'expected an object with arguments and blocks: "\\""'],
    [`{"a": "${D}{"}`, 'expected an expression, but the file ends: ""'],
  ])('%s', (text, error) => expect(errorsOf(parse(text))).toEqual([error]))

  test('what stands before the error is in the tree', () => {
    const file = parse('{"locals": {"a": 1, "b": [2, {"c": 3, "d"')
    expect(file.diagnostics).toHaveLength(1)
    expect(file.body.blocks[0]?.body.attributes.get('b')?.expression).toMatchObject({
      kind: 'tuple',
      items: [{ value: 2 }, { kind: 'object', items: [{ value: { value: 3 } }] }],
    })
  })
})
