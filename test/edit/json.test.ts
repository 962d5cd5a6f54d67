import { describe, expect, test } from 'vitest'
import {
  addArgument,
  addBlock,
  addBlocksAfter,
  argument,
  block,
  constant,
  expression,
  extendNames,
  gap,
  type NewArgument,
  names,
  removeArgument,
  removeBlock,
  renameArgument,
  replaceValue,
} from '../../src/edit/index.js'
import { attributeIn, edited, jsonFile, placeIn } from './edited.js'

/** A file as `JSON.stringify` writes it. */
const written = (body: unknown, indent: string | number = 2): string =>
  `${JSON.stringify({ resource: { aws_rds_cluster: { main: body } } }, null, indent)}\n`

const LAYOUTS: readonly (readonly [string, string | number])[] = [
  ['two blanks', 2],
  ['four blanks', 4],
  ['tabs', '\t'],
  ['one line', 0],
]

describe.each(LAYOUTS)('written with %s', (_, indent) => {
  const file = (body: unknown) => jsonFile(written(body, indent))

  test('an argument behind the others', () => {
    const parsed = file({ engine: 'aurora-mysql' })
    const change = addArgument(placeIn(parsed, 'main'), argument('kms_key_id', expression('aws_kms_key.main.arn')))
    expect(edited(parsed, change)).toBe(
      written({ engine: 'aurora-mysql', kms_key_id: '${aws_kms_key.main.arn}' }, indent),
    )
  })

  test('an argument of an empty block', () => {
    const parsed = file({})
    const change = addArgument(placeIn(parsed, 'main'), argument('port', constant(3306)))
    expect(edited(parsed, change)).toBe(written({ port: 3306 }, indent))
  })

  test('a nested block', () => {
    const parsed = file({ engine: 'aurora-mysql' })
    const change = addBlock(
      placeIn(parsed, 'main'),
      block('lifecycle', [], argument('prevent_destroy', constant(true))),
    )
    expect(edited(parsed, change)).toBe(
      written({ engine: 'aurora-mysql', lifecycle: { prevent_destroy: true } }, indent),
    )
  })

  test('blocks of types that are there and of others', () => {
    const parsed = file({ engine: 'aurora-mysql' })
    const change = addBlocksAfter(placeIn(parsed, 'main'), [
      block('resource', ['aws_rds_cluster', 'other'], argument('engine', constant('aurora'))),
      block('resource', ['aws_kms_key', 'a'], argument('enable_key_rotation', constant(true))),
      block('resource', ['aws_kms_key', 'b'], gap, block('timeouts', [], argument('create', constant('1h')))),
    ])
    expect(edited(parsed, change)).toBe(
      `${JSON.stringify(
        {
          resource: {
            aws_rds_cluster: { main: { engine: 'aurora-mysql' }, other: { engine: 'aurora' } },
            aws_kms_key: { a: { enable_key_rotation: true }, b: { timeouts: { create: '1h' } } },
          },
        },
        null,
        indent,
      )}\n`,
    )
  })

  test.each([
    ['first', { a: 1, b: 2, c: 3 }, 'a', { b: 2, c: 3 }],
    ['in between', { a: 1, b: [2], c: 3 }, 'b', { a: 1, c: 3 }],
    ['last', { a: 1, b: 2, c: { d: 3 } }, 'c', { a: 1, b: 2 }],
    ['only', { a: { b: 1 } }, 'a', {}],
  ])('the removal of the %s argument', (_, before, name, left) => {
    const parsed = file(before)
    expect(edited(parsed, removeArgument(placeIn(parsed, 'main'), name))).toBe(written(left, indent))
  })

  test('the removal of a nested block', () => {
    const parsed = file({ lifecycle: { prevent_destroy: true } })
    expect(edited(parsed, removeBlock(placeIn(parsed, 'main.lifecycle')))).toBe(written({}, indent))
  })
})

const file = (body: string) => jsonFile(`{ "resource": { "aws_rds_cluster": { "main": ${body} } } }\n`)
const main = (parsed: ReturnType<typeof file>) => placeIn(parsed, 'main')
const bodyAfter = (parsed: ReturnType<typeof file>, change: Parameters<typeof edited>[1]): string =>
  edited(parsed, change)
    .replace('{ "resource": { "aws_rds_cluster": { "main": ', '')
    .replace(/ } } }\n$/, '')

test.each<[string, NewArgument, string]>([
  ['an expression', argument('a', expression('x["b"].c')), '{ "a": "${x[\\"b\\"].c}" }'],
  ['text that looks like an interpolation', argument('a', constant('${b} "c"')), '{ "a": "$${b} \\"c\\"" }'],
  ['a number', argument('a', constant(1.5)), '{ "a": 1.5 }'],
  ['null', argument('a', constant(null)), '{ "a": null }'],
  ['text with interpolations', argument('a', { kind: 'template', text: 'b/${c.d}' }), '{ "a": "b/${c.d}" }'],
  ['a name', argument('provider', { kind: 'name', text: 'aws.west' }), '{ "provider": "aws.west" }'],
  ['names', argument('depends_on', names('a.b', 'c.d')), '{ "depends_on": ["a.b", "c.d"] }'],
  [
    'an object',
    argument('a', { kind: 'object', entries: [argument('b', constant(1)), argument('c', names('d'))] }),
    '{ "a": { "b": 1, "c": ["d"] } }',
  ],
])('%s as a value', (_, added, body) => {
  const parsed = file('{}')
  expect(bodyAfter(parsed, addArgument(main(parsed), added))).toBe(body)
})

test.each([
  ['the end of the line that it stands on', '{\n "a": 1, "b": 2 }', '{\n "a": 1, "b": 2, "x": 0 }'],
  ['a line of its own, as the last has one', '{ "a": 1,\n\t"b": 2\n}', '{ "a": 1,\n\t"b": 2,\n\t"x": 0\n}'],
  ['lines that end as Windows ends them', '{\r\n  "a": {\r\n  }\r\n}', '{\r\n  "a": {\r\n  },\r\n  "x": 0\r\n}'],
  ['an object of blanks', '{\n}', '{ "x": 0 }'],
])('an argument goes to %s', (_, before, body) => {
  const parsed = file(before)
  const lineEnds = before.includes('\r\n') ? jsonFile(parsed.source.text.replace(/}\n$/, '}\r\n')) : parsed
  const change = addArgument(placeIn(lineEnds, 'main'), argument('x', constant(0)))
  expect(bodyAfter(lineEnds, change).replace(/ } } }\r\n$/, '')).toBe(body)
})

describe('lists of names', () => {
  test.each([
    ['on a line', '["a.b"]', '["a.b", "c.d"]'],
    ['empty', '[]', '["c.d"]'],
    ['over lines', '[\n    "a.b",\n    "b.c"\n  ]', '[\n    "a.b",\n    "b.c",\n    "c.d"\n  ]'],
  ])('%s', (_, before, list) => {
    const parsed = file(`{ "depends_on": ${before} }`)
    const { expression: written } = attributeIn(main(parsed), 'depends_on')
    const change = extendNames(main(parsed), { name: 'depends_on', expression: written }, ['c.d'])
    expect(bodyAfter(parsed, change)).toBe(`{ "depends_on": ${list} }`)
  })
})

describe('another value', () => {
  test('instead of the whole', () => {
    const parsed = file('{ "a": "aws_kms_key.main.arn" }')
    const { source } = parsed
    const { span } = attributeIn(main(parsed), 'a').expression
    expect(bodyAfter(parsed, replaceValue({ source, span }, expression('b.c')))).toBe('{ "a": "${b.c}" }')
    expect(bodyAfter(parsed, replaceValue({ source, span }, constant(false)))).toBe('{ "a": false }')
  })

  test('within a string', () => {
    const parsed = file('{ "a": "${b ? c.arn : \\"d\\"}" }')
    const { source } = parsed
    const start = source.text.indexOf('arn')
    const part = { source, span: { start, end: start + 3 } }
    expect(bodyAfter(parsed, replaceValue(part, expression('key["x"]')))).toBe(
      '{ "a": "${b ? c.key[\\"x\\"] : \\"d\\"}" }',
    )
  })

  test('another name', () => {
    const parsed = file('{ "a": 1, "b": 2 }')
    expect(bodyAfter(parsed, renameArgument(main(parsed), 'a', 'c'))).toBe('{ "c": 1, "b": 2 }')
  })
})

describe('blocks beside others', () => {
  const key = block('resource', ['aws_kms_key', 'k'], argument('a', constant(1)))
  const added = (text: string, ...blocks: Parameters<typeof addBlocksAfter>[1]): string => {
    const parsed = jsonFile(text)
    return edited(parsed, addBlocksAfter(placeIn(parsed, 'main'), blocks))
  }

  test.each([
    [
      'a list of types',
      '{"resource":[{"aws_rds_cluster":{"main":{}}}]}',
      '{"resource":[{"aws_rds_cluster":{"main":{}}},{"aws_kms_key":{"k":{"a":1}}}]}',
    ],
    [
      'a list of names',
      '{"resource":{"aws_rds_cluster":{"main":{}},"aws_kms_key":[{"x":{}}]}}',
      '{"resource":{"aws_rds_cluster":{"main":{}},"aws_kms_key":[{"x":{}},{"k":{"a":1}}]}}',
    ],
    [
      'comments',
      '{"//":"c","resource":{"//":"r","aws_rds_cluster":{"//":"t","main":{}}}}',
      '{"//":"c","resource":{"//":"r","aws_rds_cluster":{"//":"t","main":{}},"aws_kms_key":{"k":{"a":1}}}}',
    ],
    [
      'no resource at all',
      '{"module":{"main":{"source":"./m"}}}',
      '{"module":{"main":{"source":"./m"}},"resource":{"aws_kms_key":{"k":{"a":1}}}}',
    ],
    [
      'several files in one',
      '[{"module":{"x":{}}},{"module":{"main":{}}}]',
      '[{"module":{"x":{}}},{"module":{"main":{}},"resource":{"aws_kms_key":{"k":{"a":1}}}}]',
    ],
  ])('%s', (_, before, expected) => {
    expect(added(before, key)).toBe(expected)
  })

  test('what is broken is left alone', () => {
    expect(added('{"resource":{"aws_rds_cluster":{"main":{}}},}', key)).toBe('unmended: its file is no valid JSON')
  })
})

describe('removal of a block', () => {
  test.each([
    ['main', '{"resource":{"a":{"main":{},"b":{}}}}', '{"resource":{"a":{"b":{}}}}'],
    ['main', '{"resource":{"a":{"b":{},"main":{}}}}', '{"resource":{"a":{"b":{}}}}'],
    ['main', '{"resource":{"a":{"main":{}},"c":{"d":{}}}}', '{"resource":{"c":{"d":{}}}}'],
    ['main', '{"module":{},"resource":{"a":{"main":{}}}}', '{"module":{}}'],
    ['main', '{"resource":{"a":{"main":{}}}}', '{}'],
    ['main', '{"resource":[{"a":{"main":{}}},{"c":{"d":{}}}]}', '{"resource":[{"c":{"d":{}}}]}'],
    ['main', '{"resource":{"a":{"//":"c","main":{}}}}', '{"resource":{"a":{"//":"c"}}}'],
  ])('%s in %s', (way, before, expected) => {
    const parsed = jsonFile(before)
    expect(edited(parsed, removeBlock(placeIn(parsed, way)))).toBe(expected)
  })
})
