import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addEntry, argument, constant, expression, removeArguments, replaceArguments } from '../../src/edit/index.js'
import { attributeIn, edited, jsonFile, nativeFile, placeIn } from './edited.js'

const OLD = ['stream', 'stream_mode', 'stream_key']
const NEW = argument('activity_stream', {
  kind: 'object',
  entries: [argument('mode', constant('async')), argument('kms_key_id', expression('aws_kms_key.audit.key_id'))],
})

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`

describe('in native syntax', () => {
  test('a paragraph of arguments goes with its empty line', () => {
    const file = nativeFile(
      lines(
        'module "db" {',
        '  name = "orders"',
        '',
        '  stream      = true',
        '  stream_mode = "async"',
        '  stream_key  = "k"',
        '}',
      ),
    )
    expect(edited(file, removeArguments(placeIn(file, 'db'), OLD))).toBe(
      lines('module "db" {', '  name = "orders"', '}'),
    )
  })

  test('others keep their column, and comments their words', () => {
    const file = nativeFile(
      lines(
        'module "db" {',
        '  name        = "orders" # as in the billing',
        '  stream      = true # for the auditors',
        '  engine      = "aurora-mysql"',
        '  stream_mode = "async"',
        '}',
      ),
    )
    expect(edited(file, removeArguments(placeIn(file, 'db'), OLD))).toBe(
      lines(
        'module "db" {',
        '  name = "orders" # as in the billing',
        '  # for the auditors',
        '  engine = "aurora-mysql"',
        '}',
      ),
    )
  })

  test('others come where the first was', () => {
    const file = nativeFile(
      lines(
        'module "db" {',
        '  name        = "orders"',
        '  stream      = true',
        '  stream_mode = "async"',
        '  size        = 2',
        '}',
      ),
    )
    expect(edited(file, replaceArguments(placeIn(file, 'db'), OLD, [NEW]))).toBe(
      lines(
        'module "db" {',
        '  name = "orders"',
        '  activity_stream = {',
        '    mode       = "async"',
        '    kms_key_id = aws_kms_key.audit.key_id',
        '  }',
        '  size = 2',
        '}',
      ),
    )
  })

  test('line ends are those of the file', () => {
    const file = nativeFile('module "db" {\r\n  stream = true\r\n  size   = 2\r\n}\r\n')
    const change = replaceArguments(placeIn(file, 'db'), ['stream'], [argument('streamed', constant(true))])
    expect(edited(file, change)).toBe('module "db" {\r\n  streamed = true\r\n  size     = 2\r\n}\r\n')
  })

  test('what shares its line stays', () => {
    const file = nativeFile('module "db" { stream = true }\n')
    expect(edited(file, removeArguments(placeIn(file, 'db'), OLD))).toBe(
      'unmended: it shares its line with something else',
    )
  })
})

describe('in JSON syntax', () => {
  const file = (body: unknown) => jsonFile(`${JSON.stringify({ module: { db: body } }, null, 2)}\n`)
  const written = (body: unknown): string => `${JSON.stringify({ module: { db: body } }, null, 2)}\n`

  test('others come where the first was', () => {
    const parsed = file({ name: 'orders', stream: true, stream_mode: 'async', size: 2, stream_key: 'k' })
    expect(edited(parsed, replaceArguments(placeIn(parsed, 'db'), OLD, [NEW]))).toBe(
      written({
        name: 'orders',
        activity_stream: { mode: 'async', kms_key_id: '${aws_kms_key.audit.key_id}' },
        size: 2,
      }),
    )
  })

  test('any of them can be taken out', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    fc.assert(
      fc.property(fc.subarray(names, { minLength: 1 }), fc.subarray(names, { minLength: 1 }), (there, gone) => {
        const body = Object.fromEntries(there.map((name) => [name, 1]))
        const parsed = file(body)
        const change = removeArguments(placeIn(parsed, 'db'), gone)
        const left = Object.fromEntries(there.filter((name) => !gone.includes(name)).map((name) => [name, 1]))
        if (there.every((name) => !gone.includes(name))) expect('reason' in change).toBe(true)
        else expect(JSON.parse(edited(parsed, change))).toEqual({ module: { db: left } })
      }),
      { seed: 5, numRuns: 200 },
    )
  })
})

describe('an entry of an object', () => {
  const added = argument('mode', constant('async'))
  const entryIn = (text: string): string => {
    const file = nativeFile(text)
    const { expression: object } = attributeIn(placeIn(file, 'db'), 'stream')
    if (object.kind !== 'object') throw new Error('there is no object')
    return edited(file, addEntry({ source: file.source, expression: object }, added, ''))
  }

  test('on the line of the others', () => {
    expect(entryIn('module "db" {\n  stream = { key = "k" }\n}\n')).toBe(
      'module "db" {\n  stream = { key = "k", mode = "async" }\n}\n',
    )
  })

  test('on a line of its own, in their column', () => {
    expect(entryIn('module "db" {\n  stream = {\n    kms_key_id = "k" # ours\n  }\n}\n')).toBe(
      'module "db" {\n  stream = {\n    kms_key_id = "k" # ours\n    mode       = "async"\n  }\n}\n',
    )
  })

  test('of an empty one', () => {
    expect(entryIn('module "db" {\n  stream = {}\n}\n')).toBe(
      'module "db" {\n  stream = {\n    mode = "async"\n  }\n}\n',
    )
  })
})
