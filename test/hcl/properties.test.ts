/** What holds for every text, however broken. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Body, type Expression, type ParsedFile, parseJsonSyntax, parseNative, walk } from '../../src/hcl/index.js'
import { MAXIMUM_DEPTH } from '../../src/hcl/scanner.js'
import { SourceFile } from '../../src/source/source-file.js'
import type { Span } from '../../src/source/span.js'
import { program, slipped } from './generator.js'
import { attributeOf, errorsOf, parse } from './tree.js'

const seeded = { seed: 7_101_964, numRuns: 1_000 }

const isSpan = (value: object): value is Span => 'start' in value && 'end' in value

/** The smallest span of what has none of its own: that of the node around it. */
const expectNested = (node: object, around: Span): void => {
  const own = 'span' in node && typeof node.span === 'object' && node.span && isSpan(node.span) ? node.span : around
  expect(own.start).toBeGreaterThanOrEqual(around.start)
  expect(own.end).toBeLessThanOrEqual(around.end)
  expect(own.start).toBeLessThanOrEqual(own.end)
  for (const [name, part] of Object.entries(node)) {
    if (name === 'span' || typeof part !== 'object' || part === null) continue
    if (isSpan(part)) expectNested({ span: part }, own)
    else if (part instanceof Map) for (const inner of part.values()) expectNested(inner, own)
    else expectNested(part, own)
  }
}

const expectSound = ({ source, body, comments, diagnostics }: ParsedFile): void => {
  const whole = { start: 0, end: source.text.length }
  expectNested(body, whole)
  for (const { span } of [...comments, ...diagnostics]) expectNested({ span }, whole)
  const starts = comments.map(({ span }) => span.start)
  expect(starts).toEqual([...new Set(starts)].sort((first, second) => first - second))
}

const expressionsOf = (body: Body): Expression[] => [
  ...[...body.attributes.values()].map(({ expression }) => expression),
  ...body.blocks.flatMap((block) => expressionsOf(block.body)),
]

test('any text gives a sound tree', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme-ascii', maxLength: 80 }),
    slipped,
  )
  fc.assert(
    fc.property(text, (input) => expectSound(parseNative(new SourceFile('x.tf', input)))),
    seeded,
  )
})

test('any text read as JSON syntax gives diagnostics within it', () => {
  const schema = { labels: 0, blocks: { a: { labels: 1, blocks: { b: { labels: 0 } } } } }
  const name = fc.constantFrom('a', 'b', '//', '$' + '{a}', '__proto__', '\u0000"\\')
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { depthSize: 'small' },
      fc.oneof(fc.constantFrom(null, true, 1.5), name),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.array(fc.tuple(name, tie('json')), { maxLength: 3 }).map((members) => Object.fromEntries(members)),
    ),
  }))
  const text = fc.tuple(json, fc.nat(2), fc.nat(200), fc.constantFrom('', '', '"', ',', '\\', '}', '$' + '{'))
  fc.assert(
    fc.property(text, ([value, indentation, at, added]) => {
      const written = JSON.stringify(value, undefined, indentation)
      const source = new SourceFile(
        'x.tf.json',
        added === '' ? written : written.slice(0, at) + added + written.slice(at),
      )
      const { body, diagnostics, comments } = parseJsonSyntax(source, schema)
      const whole = { start: 0, end: source.text.length }
      for (const { span } of [...comments, ...diagnostics]) expectNested({ span }, whole)
      for (const expression of expressionsOf(body)) expectNested(expression, whole)
    }),
    seeded,
  )
})

test('the text at the span of a literal says the same again', () => {
  fc.assert(
    fc.property(program, (text) => {
      const file = parse(text)
      fc.pre(file.diagnostics.length === 0)
      for (const root of expressionsOf(file.body)) {
        walk(root, (node) => {
          if (node.kind !== 'literal' || node.style === 'bare') return
          const again = parse(`x = ${file.source.slice(node.span)}\n`)
          expect(errorsOf(again)).toEqual([])
          expect(attributeOf(again, 'x')).toMatchObject({ kind: 'literal', value: node.value })
        })
      }
    }),
    { ...seeded, numRuns: 300 },
  )
})

describe('what nests ten thousand times is refused in an orderly way', () => {
  const times = 10_000
  const openers = [
    '[',
    '(',
    '{a=',
    '{(',
    '"$' + '{',
    '-',
    '!',
    'a ? b : ',
    'a ? ',
    'f(',
    'a[',
    '[for a in ',
    '<<E\n$' + '{',
    '"%{ if ',
  ]
  test.each(openers)('%j', (opener) => {
    const file = parse(`a = ${opener.repeat(times)}`)
    expect(errorsOf(file)[0]).toMatch(/^nested too deeply/)
    expect(attributeOf(file, 'a').kind).toBe('invalid')
  })

  test.each([
    ['a = ', '1 + ', '1'],
    ['a = ', '"b" == c || ', 'd'],
    ['a = b', '[*]', ''],
    ['a = "', '%{ if b }', `${'%{ endif }'.repeat(times)}"`],
    ['', 'b {\n', '}\n'.repeat(times)],
    ['a = ', '[', ']'.repeat(times)],
  ])('%j %j', (before, repeated, behind) => {
    const file = parse(`${before}${repeated.repeat(times)}${behind}\nz = 1\n`)
    expect(errorsOf(file)[0]).toMatch(/^nested too deeply/)
    expect(attributeOf(file, 'z')).toMatchObject({ value: 1 })
  })

  test('JSON', () => {
    const source = new SourceFile('x.tf.json', `{"a": ${'['.repeat(times)}${']'.repeat(times)}}`)
    expect(errorsOf(parseJsonSyntax(source, { labels: 0 }))).toEqual(['nested too deeply: "["'])
  })

  test.each([
    ['a = b', '.c'],
    ['a = b', '[0]'],
    ['a = b', '.*[0]'],
    ['a = "', 'x$$' + '{'],
    ['', '# c\n'],
  ])('but %j %j is no nesting', (before, repeated) => {
    expect(errorsOf(parse(`${before}${repeated.repeat(times)}${before.endsWith('"') ? '"' : ''}\n`))).toEqual([])
  })

  test('nesting up to the limit is read', () => {
    const levels = MAXIMUM_DEPTH - 1
    expect(errorsOf(parse(`a = ${'['.repeat(levels)}${']'.repeat(levels)}\n`))).toEqual([])
  })
})
