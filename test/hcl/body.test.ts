import { describe, expect, test } from 'vitest'
import { attributeOf, blockOf, errorsOf, parse } from './tree.js'

test('a body with all its spans', () => {
  const file = parse('# one\nresource "aws_x" main { // two\n  a = 1\n  b {\n  }\n}\n/* three */ c = "d"')
  const { source, body, comments } = file
  expect(errorsOf(file)).toEqual([])
  expect(comments.map(({ style, span }) => [style, source.slice(span)])).toEqual([
    ['hash', '# one'],
    ['slashes', '// two'],
    ['block', '/* three */'],
  ])
  const block = blockOf(file, 'resource')
  expect(source.slice(block.typeSpan)).toBe('resource')
  expect(block.labels.map(({ value, span }) => [value, source.slice(span)])).toEqual([
    ['aws_x', '"aws_x"'],
    ['main', 'main'],
  ])
  expect(source.slice(block.headerSpan)).toBe('resource "aws_x" main')
  expect(source.slice(block.span)).toMatch(/^resource.*\n}$/s)
  expect(source.slice(block.body.span)).toBe(' // two\n  a = 1\n  b {\n  }\n')
  const a = block.body.attributes.get('a')
  expect(a && [source.slice(a.nameSpan), source.slice(a.expression.span), source.slice(a.span)]).toEqual([
    'a',
    '1',
    'a = 1',
  ])
  expect(body.span).toEqual({ start: 0, end: source.text.length })
  expect(attributeOf(file, 'c')).toMatchObject({ value: 'd', style: 'quoted' })
})

test('a BOM, CRLF and tabs', () => {
  const file = parse('\uFEFFa = 1\r\nb {\r\n\tc = <<EOT\r\nx\r\nEOT\r\n\td = [\r\n\t\t1,\r\n\t] # e\r\n}\r\n')
  expect(errorsOf(file)).toEqual([])
  expect(file.body.attributes.get('a')?.nameSpan).toEqual({ start: 1, end: 2 })
  expect(blockOf(file, 'b').body.attributes.get('c')?.expression).toMatchObject({ value: 'x\r\n' })
  expect(file.comments.map(({ span }) => file.source.slice(span))).toEqual(['# e'])
})

test('names that objects have of their own are names', () => {
  const file = parse('__proto__ = 1\nconstructor = 2\n')
  expect([...file.body.attributes.keys()]).toEqual(['__proto__', 'constructor'])
})

test('the first of two equal arguments counts', () => {
  const file = parse('a = 1\na = 2\n')
  expect(errorsOf(file)).toEqual(['this argument is set twice: "a"'])
  expect(file.diagnostics[0]).toMatchObject({ hint: 'it is set on line 1 already', span: { start: 6, end: 7 } })
  expect(attributeOf(file, 'a')).toMatchObject({ value: 1 })
})

/** Stands for itself where TypeScript would otherwise read a placeholder. */
const D = '$'

describe('what an error leaves standing', () => {
  const cases: readonly [text: string, errors: readonly string[], invalid: readonly string[]][] = [
    ['a = \nz = 1\n', ['expected an expression, but the line ends: "\\n"'], ['a: ""']],
    ['a = 1 2\nz = 1\n', ['expected a newline behind an argument: "2"'], ['a: "1 2"']],
    ["a = 'x'\nz = 1\n", ['expected an expression: "\'"'], ['a: "\'x\'"']],
    ['a = [1, 2\nz = 1\n', ['expected a comma between items: "z"'], ['a: "[1, 2"']],
    ['a = f("x"\nz = 1\n', ['expected a comma between arguments: "z"'], ['a: "f(\\"x\\""']],
    ['a = "x\nz = 1\n', ['a string in quotes cannot span lines: "\\"x"'], ['a: "\\"x"']],
    [
      'a = {\n  b = \n  c = [1]\n}\nz = 1\n',
      ['expected an expression, but the line ends: "\\n"'],
      ['a: "{\\n  b = \\n  c = [1]\\n}"'],
    ],
    ['a = [<<E\n}\nE\n  b]\nz = 1\n', ['expected a comma between items: "b"'], ['a: "[<<E\\n}\\nE\\n  b]"']],
    ['b {\n  a = [\n}\nz = 1\n', ['expected an expression: "}"'], []],
    ['b { a = }\nz = 1\n', ['expected an expression: "}"'], []],
    ['!\nz = 1\n', ['expected an argument or a block: "!"'], []],
    ['"a" = 1\nz = 1\n', ['the name of an argument or block is not quoted: "\\""'], []],
    ['a b = 1\nz = 1\n', ['expected the brace that opens the a block: "="'], []],
    ['}\nz = 1\n', ['this brace closes nothing: "}"'], []],
    ['b\n{\n}\nz = 1\n', ['expected an argument or a block: "b"', 'expected an argument or a block: "{"'], []],
    ['b "l"\n{\n}\nz = 1\n', ['the brace that opens a block stands on the line of its type: "\\n{"'], []],
    ['b { a = 1, c = 2 }\nz = 1\n', ['arguments are separated by newlines, not by commas: ","'], []],
    ['b {\n  a = 1 }\nz = 1\n', ['expected a newline behind an argument: "}"'], []],
    ['b {} c {}\nz = 1\n', ['expected a newline behind a block: "c"'], []],
    [`b "${D}{x}" {\n  c = [\n}\nz = 1\n`, [`a label cannot have interpolations: "\\"${D}{x}\\""`], []],
  ]
  test.each(cases)('%j', (text, errors, invalid) => {
    const file = parse(text)
    expect(errorsOf(file)).toEqual(errors)
    expect(attributeOf(file, 'z')).toMatchObject({ value: 1 })
    const broken = [...file.body.attributes.values()].filter(({ expression }) => expression.kind === 'invalid')
    expect(
      broken.map(({ name, span, nameSpan, expression }) => {
        expect(span).toEqual({ start: nameSpan.start, end: expression.span.end })
        return `${name}: ${JSON.stringify(file.source.slice(expression.span))}`
      }),
    ).toEqual(invalid)
  })

  test('an unclosed bracket costs neither the rest of its block nor the next one', () => {
    const file = parse('r "a" {\n  x = [1,\n  y = 2\n}\nr "b" {\n  z = 3\n}\n')
    expect(errorsOf(file)).toEqual(['expected a comma between items: "="'])
    expect(file.body.blocks.map(({ body }) => [...body.attributes.keys()])).toEqual([['x', 'y'], ['z']])
  })

  test('an unclosed block is reported where it opens', () => {
    expect(errorsOf(parse('b {\n  a = 1\n'))).toEqual(['this block is never closed: "{"'])
  })

  test('a forgotten brace costs no block that follows', () => {
    const file = parse('r "a" {\n  x = 1\n  n {\n    y = 2\n\nr "b" {\n  z = 3\n}\nr "c" {\n}\n')
    expect(errorsOf(file)).toEqual(['this block is never closed: "{"', 'this block is never closed: "{"'])
    expect(file.diagnostics.map(({ hint }) => hint)).toEqual(
      Array(2).fill('its closing brace is missing before line 6'),
    )
    expect(file.body.blocks.map(({ labels }) => labels[0]?.value)).toEqual(['a', 'b', 'c'])
    expect(file.source.slice(blockOf(file, 'r').span)).toBe('r "a" {\n  x = 1\n  n {\n    y = 2\n\n')
    expect(blockOf(file, 'r').body.blocks.map(({ type }) => type)).toEqual(['n'])
  })

  test('comments are collected once, also in what is broken', () => {
    const file = parse('a = [ # one\n  1 2 # two\n] # three\n# four\n')
    expect(file.comments.map(({ span }) => file.source.slice(span))).toEqual(['# one', '# two', '# three', '# four'])
  })
})
