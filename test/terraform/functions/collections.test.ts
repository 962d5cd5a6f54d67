import { describe, expect, test } from 'vitest'
import { choice, failure, known, list, mapping, markSensitive } from '../../../src/terraform/construct.js'
import type { InstanceSet, Value } from '../../../src/terraform/value.js'
import { call, cluster, instances, toValue, variable } from './values.js'

const arn = cluster('main')
const other = cluster('other')
const tuple = (...items: (Value | string | null)[]) => list('tuple', items.map(toValue))
const undecidedArm = (...arms: Value[]) => choice(arms, ['var.first has no value'])

describe('an attribute known only after apply stays that attribute through', () => {
  test.each<[string, Value]>([
    ['one', call('one', tuple(arn))],
    ['one of a set', call('one', list('set', [arn]))],
    ['join of a sole element', call('join', '', tuple(arn))],
    ['join with any separator', call('join', ',', tuple(arn))],
    ['coalesce', call('coalesce', '', arn, 'x')],
    ['coalesce of null', call('coalesce', null, arn)],
    ['element', call('element', tuple('x', arn), 3)],
    ['lookup', call('lookup', mapping('object', [['a', arn]]), 'a', 'x')],
    ['try', call('try', failure('no such attribute'), arn, 'x')],
    ['tostring', call('tostring', arn)],
    ['format', call('format', '%s', arn)],
    ['nonsensitive', call('nonsensitive', arn)],
    ['element of a flattened list', call('element', call('flatten', tuple(tuple('x'), tuple(arn))), 1)],
    ['element of a concatenation', call('element', call('concat', tuple('x'), tuple(arn)), 1)],
    ['element of a compacted list', call('one', call('compact', tuple('', arn, null)))],
    ['element of a set', call('one', call('toset', tuple(arn, arn)))],
    [
      'value of a merged map',
      call('lookup', call('merge', mapping('object', [['a', arn]]), mapping('object', [])), 'a'),
    ],
    ['value of a zipped map', call('one', call('values', call('zipmap', tuple('a'), tuple(arn))))],
    ['one of all instances', call('one', call('values', instances(arn)))],
    ['element of a repeated list', call('element', call('values', instances(arn)), 0)],
  ])('%s', (_, value) => {
    expect(value).toEqual(arn)
  })

  test('a known value, which stays with it', () => {
    const identifier = cluster('main', ['cluster_identifier'], known('db'))
    expect(call('one', tuple(identifier))).toEqual(identifier)
    expect(call('join', '', tuple(identifier))).toEqual(identifier)
    expect(call('upper', identifier)).toEqual(known('DB'))
  })

  test('a list attribute, whose elements are its parts', () => {
    expect(call('element', cluster('main', ['members']), 0)).toEqual(cluster('main', ['members', 0]))
    expect(call('one', cluster('main', ['members']))).toEqual(cluster('main', ['members', 0]))
    expect(call('slice', cluster('main', ['members']), 1, 3)).toEqual(
      list('list', [cluster('main', ['members', 1]), cluster('main', ['members', 2])]),
    )
    expect(call('slice', cluster('main', ['members']), 0, 1e9).kind).toBe('unknown')
    expect(call('slice', cluster('main', ['members']), 2, 1).kind).toBe('unknown')
    const members = cluster('main', ['members'], list('list', [known('a')]))
    expect(call('element', members, 0)).toEqual(cluster('main', ['members', 0], known('a')))
  })
})

describe('what is not known', () => {
  test('leaves both outcomes of coalesce', () => {
    expect(call('coalesce', variable('key'), arn)).toMatchObject({
      kind: 'choice',
      arms: [variable('key'), arn],
      because: ['var.key has no value'],
    })
  })

  test('may or may not be dropped by compact', () => {
    expect(call('compact', tuple(arn, variable('extra')))).toMatchObject({
      kind: 'choice',
      arms: [list('list', [arn, variable('extra')]), list('list', [arn])],
    })
  })

  test('counts in a list and a map, not in a set', () => {
    expect(call('length', tuple(variable('a'), variable('b')))).toEqual(known(2))
    expect(call('length', mapping('map', [['a', variable('a')]]))).toEqual(known(1))
    expect(call('length', call('toset', tuple('a', variable('b'))))).toMatchObject({ kind: 'unknown' })
    expect(call('length', call('toset', tuple(variable('b'))))).toEqual(known(1))
  })

  test('is recognised again', () => {
    expect(call('length', variable('a'))).toEqual(call('length', variable('a')))
    expect(call('length', variable('a'))).toMatchObject({
      id: 'length(unknown(var.a))',
      because: ['var.a has no value'],
    })
    expect(call('length', variable('a'))).not.toHaveProperty('failed')
  })

  test('is neither contained nor not', () => {
    expect(call('contains', tuple('a', variable('b')), 'a')).toEqual(known(true))
    expect(call('contains', tuple('a', variable('b')), 'c')).toMatchObject({ kind: 'unknown' })
    expect(call('contains', tuple(arn), arn)).toEqual(known(true))
    expect(call('index', tuple(variable('b'), 'a'), 'a')).toMatchObject({ kind: 'unknown' })
  })

  test('does not hide a decisive element', () => {
    expect(call('alltrue', list('tuple', [variable('a'), known(false)]))).toEqual(known(false))
    expect(call('anytrue', list('tuple', [variable('a'), known(false)]))).toMatchObject({ kind: 'unknown' })
  })

  test('is told apart from an error', () => {
    expect(call('one', variable('a'))).not.toHaveProperty('failed')
    expect(call('one', tuple('a', 'b'))).toMatchObject({ failed: true, because: ['one(): more than one element'] })
    expect(call('can', failure('no'))).toEqual(known(false))
    expect(call('can', variable('a'))).toMatchObject({ kind: 'unknown' })
    expect(call('upper', failure('no such key'))).toEqual(failure('no such key'))
  })
})

describe('one of several', () => {
  const either = undecidedArm(arn, other)

  test('goes through every function arm by arm', () => {
    expect(call('coalesce', '', either)).toEqual(either)
    expect(call('join', '', tuple(either))).toEqual(either)
    expect(call('concat', undecidedArm(tuple(arn), tuple(other)), tuple('x'))).toMatchObject({
      kind: 'choice',
      arms: [tuple(arn, 'x'), tuple(other, 'x')],
      because: ['var.first has no value'],
    })
    expect(call('upper', undecidedArm(known('a'), known('b')))).toMatchObject({ arms: [known('A'), known('B')] })
  })

  test('is one where the arms come out equal', () => {
    expect(call('length', undecidedArm(tuple('a'), tuple('b')))).toEqual(known(1))
    expect(call('lower', undecidedArm(known('a'), known('A')))).toEqual(known('a'))
  })

  test('is decided once where it stands twice', () => {
    const letter = undecidedArm(known('a'), known('b'))
    expect(call('format', '%s%s', letter, letter)).toMatchObject({ arms: [known('aa'), known('bb')] })
  })

  test('is decided once under one identity, and gives its result one', () => {
    const either = () => choice([known('a'), known('b')], ['why'], '(var.a?a?b)')
    expect(call('format', '%s%s', either(), either())).toMatchObject({ arms: [known('aa'), known('bb')] })
    expect(call('upper', either())).toEqual(call('upper', either()))
    expect(call('upper', either())).toMatchObject({ id: 'upper(choice((var.a?a?b)))' })
    expect(call('tostring', either())).toEqual(either())
  })

  test('may fail in part, and try goes on where it does', () => {
    const numbers = choice([known('1'), known('x')], ['why'])
    expect(call('try', call('tonumber', numbers), arn)).toMatchObject({ kind: 'choice', arms: [known(1), arn] })
    expect(call('can', call('tonumber', numbers))).toMatchObject({ kind: 'unknown' })
  })

  test('is nothing any more beyond sixteen', () => {
    const letters = (prefix: string) =>
      choice(
        [...'abcde'].map((letter) => known(prefix + letter)),
        ['why'],
      )
    expect(call('format', '%s%s', letters(''), letters('x'))).toMatchObject({ kind: 'unknown', because: ['why'] })
  })
})

describe('a collection of unknown length', () => {
  const clusters = instances(arn)

  test('keeps its keys through what keeps its elements', () => {
    for (const name of ['values', 'keys', 'tomap', 'merge']) {
      expect(call(name, clusters)).toMatchObject({ kind: 'repeated', keys: clusters.keys })
    }
    expect(call('toset', call('keys', clusters))).toMatchObject({ kind: 'repeated', type: 'set', keys: clusters.keys })
    expect(call('concat', call('values', clusters), tuple())).toEqual(call('values', clusters))
    expect(call('merge', clusters, mapping('object', []))).toEqual(clusters)
    expect(call('setsubtract', call('keys', clusters), tuple())).toMatchObject({ keys: clusters.keys })
  })

  test('takes other keys where elements may be missing', () => {
    const names = call('keys', clusters)
    expect(call('compact', names)).toMatchObject({ kind: 'repeated', keys: `compact(${clusters.keys})` })
    expect(call('distinct', names)).toEqual(call('distinct', names))
  })

  test('has an unknown length that is recognised again', () => {
    expect(call('length', clusters)).toMatchObject({ kind: 'unknown', id: `length(${clusters.keys})` })
  })

  test('is one or nothing where it is joined', () => {
    expect(call('join', '', call('values', clusters))).toMatchObject({ kind: 'choice', arms: [known(''), arn] })
    expect(call('join', ',', call('values', clusters))).toMatchObject({ kind: 'unknown' })
  })

  test('may be empty', () => {
    expect(call('coalescelist', call('values', clusters), tuple(other))).toMatchObject({
      kind: 'choice',
      arms: [call('values', clusters), tuple(other)],
    })
  })

  test('mixes with others', () => {
    expect(call('concat', call('values', clusters), tuple(other))).toMatchObject({
      kind: 'repeated',
      element: { kind: 'choice', arms: [arn, other] },
    })
    expect(call('flatten', tuple(call('values', clusters)))).toMatchObject({ keys: clusters.keys, element: arn })
    expect(call('zipmap', call('keys', clusters), call('values', clusters))).toEqual(clusters)
    expect(call('formatlist', '%s!', call('values', clusters))).toMatchObject({
      keys: clusters.keys,
      element: { kind: 'text', parts: [arn, '!'] },
    })
  })
})

describe('resource instances', () => {
  test('are expanded by whoever looks into them, and by nobody else', () => {
    let expanded = 0
    const set: InstanceSet = {
      keying: 'count',
      keys: 'count',
      at: () => arn,
      all: () => {
        expanded += 1
        return tuple(arn, other)
      },
    }
    const opaque: Value = { kind: 'opaque', instances: set }
    expect(call('try', opaque, 'x')).toBe(opaque)
    expect(call('can', opaque)).toEqual(known(true))
    expect(expanded).toBe(0)
    expect(call('length', opaque)).toEqual(known(2))
    expect(call('flatten', tuple(opaque))).toMatchObject({ items: [arn, other] })
    expect(expanded).toBeGreaterThan(0)
  })
})

describe('sensitivity', () => {
  const secret = markSensitive(known('secret'))

  test('passes from any argument to the result, and stays with the elements', () => {
    expect(call('upper', secret)).toMatchObject({ sensitive: true })
    expect(call('join', '-', tuple('a', secret))).toMatchObject({ value: 'a-secret', sensitive: true })
    expect(call('jsonencode', tuple(secret))).toMatchObject({ sensitive: true })
    expect(call('concat', tuple(secret), tuple('a'))).toEqual(tuple(secret, 'a'))
    expect(call('length', tuple(secret))).toEqual(known(1))
    expect(call('format', '%s-%s', secret, arn)).toMatchObject({ kind: 'text', sensitive: true })
    expect(call('sha256', markSensitive(variable('password')))).toMatchObject({ kind: 'unknown', sensitive: true })
  })

  test('is set, asked for and removed', () => {
    expect(call('sensitive', arn)).toEqual({ ...arn, sensitive: true })
    expect(call('nonsensitive', call('sensitive', arn))).toEqual(arn)
    expect(call('issensitive', secret)).toEqual(known(true))
  })
})

test('a set compares attributes with a known value by that value', () => {
  const same = cluster('main', ['cluster_identifier'], known('db'))
  expect(call('toset', tuple(same, 'db'))).toEqual(list('set', [same]))
})

test('names that JavaScript knows are only names', () => {
  const odd = mapping('object', [
    ['__proto__', arn],
    ['constructor', other],
  ])
  expect(call('lookup', odd, '__proto__')).toEqual(arn)
  expect(call('lookup', mapping('object', []), 'constructor', 'x')).toEqual(known('x'))
  expect(call('merge', odd, mapping('object', []))).toEqual(odd)
  expect(call('constructor', 'x')).toMatchObject({ because: ['constructor() is not evaluated'] })
})
