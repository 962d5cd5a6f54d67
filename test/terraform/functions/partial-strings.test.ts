import { describe, expect, test } from 'vitest'
import { known, list } from '../../../src/terraform/construct.js'
import { callFunction } from '../../../src/terraform/functions/index.js'
import { call, cluster, toValue, variable } from './values.js'

const region = variable('region')

describe('of a string with unknown parts', () => {
  const arn = call('format', 'arn:aws:rds:%s:%d:cluster:%s', region, 123456789012, 'main')

  test('the known parts stay', () => {
    expect(arn).toEqual({ kind: 'text', parts: ['arn:aws:rds:', region, ':123456789012:cluster:main'] })
    expect(call('join', ':', list('tuple', ['arn', 'aws', region].map(toValue)))).toEqual({
      kind: 'text',
      parts: ['arn:aws:', region],
    })
    expect(call('replace', arn, ':', '/')).toMatchObject({
      kind: 'text',
      parts: ['arn/aws/rds/', { kind: 'unknown', because: ['var.region has no value'] }, '/123456789012/cluster/main'],
    })
    expect(call('upper', arn)).toMatchObject({
      kind: 'text',
      parts: ['ARN:AWS:RDS:', { kind: 'unknown' }, expect.anything()],
    })
  })

  test('the beginning and the end can be told', () => {
    expect(call('startswith', arn, 'arn:')).toEqual(known(true))
    expect(call('startswith', arn, 'x')).toEqual(known(false))
    expect(call('startswith', arn, 'arn:aws:rds:eu')).toMatchObject({ kind: 'unknown' })
    expect(call('endswith', arn, 'cluster:main')).toEqual(known(true))
    expect(call('strcontains', arn, ':cluster:')).toEqual(known(true))
    expect(call('contains', list('tuple', [arn]), 'x')).toEqual(known(false))
  })

  test('nothing else can', () => {
    expect(call('length', arn)).toMatchObject({ kind: 'unknown', because: ['var.region has no value'] })
    expect(call('regex', 'arn', arn)).toMatchObject({ kind: 'unknown' })
    expect(call('sha1', arn)).toEqual(call('sha1', arn))
    expect(call('sha1', arn)).not.toHaveProperty('failed')
  })
})

test('a number that is not known leaves its place open', () => {
  expect(call('format', 'a%03d', variable('n'))).toMatchObject({ kind: 'text', parts: ['a', { kind: 'unknown' }] })
})

test('text is not split where an unknown part might hold the separator', () => {
  const text = call('format', 'a,%s', region)
  expect(call('split', ',', text)).toMatchObject({ kind: 'unknown' })
  const ids = call('join', ',', list('tuple', [cluster('a', ['id']), cluster('b', ['id'])]))
  expect(call('split', ',', ids)).toEqual(list('list', [cluster('a', ['id']), cluster('b', ['id'])]))
})

describe('not evaluated', () => {
  test.each(['timestamp', 'plantimestamp', 'uuid'])('%s', (name) => {
    expect(call(name)).toEqual({ kind: 'unknown', because: [`${name}() is not evaluated`] })
  })

  test('what nobody knows here', () => {
    expect(call('provider::aws::nothing', 'a')).toMatchObject({
      kind: 'unknown',
      because: ['provider::aws::nothing() is not evaluated'],
    })
    expect(call('core::upper', 'a')).toEqual(known('A'))
    expect(call('pathexpand', '~/a')).toMatchObject({ kind: 'unknown' })
    expect(call('abspath', 'a')).toMatchObject({ kind: 'unknown' })
  })

  test.each(['(?U)a+', 'a(?i)b', 'a(?i:b)c', '[[:^alpha:]]+'])('the pattern %s', (pattern) => {
    const result = call('regex', pattern, 'aaa')
    expect(result).toMatchObject({ kind: 'unknown', because: ['regex() does not know this pattern'] })
    expect(result).not.toHaveProperty('failed')
  })
})

test('YAML is not known where nothing reads it', () => {
  expect(call('yamldecode', 'a: 1')).toEqual({ kind: 'unknown', because: ['yamldecode() is not evaluated'] })
})

describe('files', () => {
  const content = new Map([['./a.txt', 'héllo']])
  const context = {
    exists: (path: string) => (path.startsWith('..') ? undefined : content.has(path)),
    readFile: (path: string) => {
      const text = content.get(path)
      return text === undefined ? undefined : new TextEncoder().encode(text)
    },
    glob: () => ['b', 'a'],
    renderTemplate: (source: string) => known(source.toUpperCase()),
  }
  const ask = (name: string, ...args: string[]) => callFunction(name, args.map(known), context)

  test('are read through the context alone', () => {
    expect(ask('file', './a.txt')).toEqual(known('héllo'))
    expect(ask('filebase64', './a.txt')).toEqual(known(Buffer.from('héllo').toString('base64')))
    expect(ask('filemd5', './a.txt')).toMatchObject({ kind: 'known' })
    expect(ask('fileexists', './a.txt')).toEqual(known(true))
    expect(ask('fileset', '.', '*')).toEqual(list('set', [known('a'), known('b')]))
    expect(ask('templatefile', './a.txt', '')).toEqual(known('HÉLLO'))
    expect(ask('templatestring', 'a', '')).toEqual(known('A'))
  })

  test('missing ones are errors, ones outside are not known', () => {
    expect(ask('file', './b.txt')).toMatchObject({ failed: true })
    expect(ask('fileexists', './b.txt')).toEqual(known(false))
    expect(ask('file', '../b.txt')).toEqual({
      kind: 'unknown',
      because: ['file("../b.txt") lies outside of what is read'],
    })
    expect(ask('fileexists', '../b.txt')).not.toHaveProperty('failed')
    expect(call('file', './a.txt')).toMatchObject({ kind: 'unknown' })
    expect(call('file', variable('path'))).toMatchObject({ because: ['var.path has no value'] })
  })
})

describe("the AWS provider's functions", () => {
  test('parse an ARN', () => {
    const parsed = call('provider::aws::arn_parse', 'arn:aws:rds:eu-west-1:123456789012:cluster:main')
    expect(call('lookup', parsed, 'resource')).toEqual(known('cluster:main'))
    expect(call('lookup', parsed, 'account_id')).toEqual(known('123456789012'))
    expect(call('provider::aws::arn_parse', 'main')).toMatchObject({ failed: true })
    expect(call('provider::aws::arn_parse', cluster('main'))).not.toHaveProperty('failed')
  })

  test('build one of parts, known or not', () => {
    expect(call('provider::aws::arn_build', 'aws', 'iam', '', '444455556666', 'role/example')).toEqual(
      known('arn:aws:iam::444455556666:role/example'),
    )
    expect(call('provider::aws::arn_build', 'aws', 'rds', region, '1', 'cluster:a')).toEqual({
      kind: 'text',
      parts: ['arn:aws:rds:', region, ':1:cluster:a'],
    })
  })

  test('trim the path of a role', () => {
    expect(call('provider::aws::trim_iam_role_path', 'arn:aws:iam::444455556666:role/with/path/example')).toEqual(
      known('arn:aws:iam::444455556666:role/example'),
    )
    expect(call('provider::aws::trim_iam_role_path', 'arn:aws:s3:::a')).toMatchObject({ failed: true })
  })
})
