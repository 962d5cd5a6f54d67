import { describe, expect, test } from 'vitest'
import { changed, declared, planned } from './planned.js'

const STREAM = 'aws_rds_cluster_activity_stream.main'
const LOST = "a plan's JSON keeps only the names in an expression, not what it makes of them"
const EACH = { for_each_expression: { references: ['var.x'] } }

/** What `resource_arn` of a stream becomes whose expression refers to these names. */
const arn = (references: readonly string[], more: Partial<Setup> = {}): string => {
  const {
    resources = [],
    stream = STREAM,
    repetition = {},
    changes = [],
    calls = {},
    variables = {},
    values = {},
  } = more
  const { attribute } = planned(
    {
      resources: [declared(STREAM, { resource_arn: { references } }, repetition), ...resources],
      module_calls: calls,
      variables: Object.fromEntries(Object.keys(variables).map((name) => [name, {}])),
    },
    {
      variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, { value }])),
      resource_changes: [changed(stream, { after_unknown: { resource_arn: true } }), ...changes],
      ...values,
    },
  )
  return attribute(stream, 'resource_arn')
}

interface Setup {
  readonly resources: readonly object[]
  readonly stream: string
  readonly repetition: object
  readonly changes: readonly object[]
  readonly calls: Readonly<Record<string, object>>
  readonly variables: Readonly<Record<string, unknown>>
  readonly values: object
}

const one = (name: string): Partial<Setup> => ({
  resources: [declared(`aws_rds_cluster.${name}`)],
  changes: [changed(`aws_rds_cluster.${name}`)],
})
const many = (repetition: object, ...keys: readonly string[]): Partial<Setup> => ({
  resources: [declared('aws_rds_cluster.many', {}, repetition)],
  changes: keys.map((key) => changed(`aws_rds_cluster.many[${key}]`)),
})

describe('names of a cluster', () => {
  test.each<[string, readonly string[], string]>([
    ['its ARN', ['aws_rds_cluster.a.arn', 'aws_rds_cluster.a'], '<aws_rds_cluster.a.arn>'],
    ['in any order', ['aws_rds_cluster.a', 'aws_rds_cluster.a.arn'], '<aws_rds_cluster.a.arn>'],
    ['another attribute', ['aws_rds_cluster.a.id', 'aws_rds_cluster.a'], '<aws_rds_cluster.a.id>'],
    ['the cluster alone: which attribute is lost', ['aws_rds_cluster.a'], '<aws_rds_cluster.a>'],
    [
      'the same twice',
      ['aws_rds_cluster.a.arn', 'aws_rds_cluster.a', 'aws_rds_cluster.a.arn'],
      '<aws_rds_cluster.a.arn>',
    ],
    ['nothing', [], `?${LOST}`],
    ['what is not there', ['aws_rds_cluster.b.arn', 'aws_rds_cluster.b'], `?${LOST}`],
    ['what is no reference', ['', '.', '[', 'a[', '"x"'], `?${LOST}`],
    [
      'a condition on a known variable',
      ['var.on', 'aws_rds_cluster.a.arn', 'aws_rds_cluster.a'],
      '<aws_rds_cluster.a.arn>',
    ],
    [
      'with a known name beside it: a part of it',
      ['var.name', 'aws_rds_cluster.a.id', 'aws_rds_cluster.a'],
      '<aws_rds_cluster.a>',
    ],
    ['a known variable alone', ['var.name'], '"x"'],
    ['a local: not held', ['local.arn'], "?a plan's JSON does not hold local.arn"],
  ])('%s', (_, references, expected) => {
    expect(arn(references, { ...one('a'), variables: { on: true, name: 'x' } })).toBe(expected)
  })

  test('of two, nobody knows which', () => {
    const two = {
      resources: [declared('aws_rds_cluster.a'), declared('aws_rds_cluster.b')],
      changes: [changed('aws_rds_cluster.a'), changed('aws_rds_cluster.b')],
    }
    const references = ['aws_rds_cluster.a.arn', 'aws_rds_cluster.a', 'aws_rds_cluster.b.arn', 'aws_rds_cluster.b']
    expect(arn(references, two)).toBe('(<aws_rds_cluster.a.arn> | <aws_rds_cluster.b.arn>)')
  })

  test('beside the region and the account it is a part of what is put together', () => {
    const data = ['data.aws_region.it', 'data.aws_caller_identity.it']
    const setup = {
      resources: [...data.map((address) => declared(address)), declared('aws_rds_cluster.a')],
      changes: [changed('aws_rds_cluster.a')],
      values: {
        prior_state: {
          values: {
            root_module: { resources: data.map((address) => ({ ...declared(address), values: { id: 'x' } })) },
          },
        },
      },
    }
    const references = [
      'data.aws_region.it.name',
      'data.aws_region.it',
      'data.aws_caller_identity.it.account_id',
      'data.aws_caller_identity.it',
      'aws_rds_cluster.a.id',
      'aws_rds_cluster.a',
    ]
    expect(arn(references, setup)).toBe('<aws_rds_cluster.a>')
  })
})

describe('names of several clusters', () => {
  test.each<[string, readonly string[], Partial<Setup>, string]>([
    [
      'one by key',
      ['aws_rds_cluster.many["a"].arn', 'aws_rds_cluster.many["a"]', 'aws_rds_cluster.many'],
      many(EACH, '"a"', '"b"'),
      '<aws_rds_cluster.many["a"].arn>',
    ],
    [
      'one by number',
      ['aws_rds_cluster.many[1].arn', 'aws_rds_cluster.many[1]', 'aws_rds_cluster.many'],
      many({ count_expression: { references: ['var.n'] } }, '0', '1'),
      '<aws_rds_cluster.many[1].arn>',
    ],
    [
      'all of them',
      ['aws_rds_cluster.many'],
      many(EACH, '"a"', '"b"'),
      '(<aws_rds_cluster.many["a"]> | <aws_rds_cluster.many["b"]>)',
    ],
    ['the only one', ['aws_rds_cluster.many'], many(EACH, '"a"'), '<aws_rds_cluster.many["a"]>'],
    [
      'the one with the same key',
      ['aws_rds_cluster.many', 'each.key'],
      { ...many(EACH, '"a"', '"b"'), stream: `${STREAM}["b"]`, repetition: EACH },
      '<aws_rds_cluster.many["b"]>',
    ],
    [
      'the one with the same number',
      ['aws_rds_cluster.many', 'count.index'],
      {
        ...many({ count_expression: { references: ['var.n'] } }, '0', '1'),
        stream: `${STREAM}[1]`,
        repetition: { count_expression: { references: ['var.n'] } },
      },
      '<aws_rds_cluster.many[1]>',
    ],
    [
      'each.value picks one by what is lost: the same key',
      ['aws_rds_cluster.many', 'each.value'],
      { ...many(EACH, '"a"', '"b"'), stream: `${STREAM}["a"]`, repetition: EACH },
      '<aws_rds_cluster.many["a"]>',
    ],
    [
      'none has the key: each of them',
      ['aws_rds_cluster.many', 'each.key'],
      { ...many(EACH, '"a"', '"b"'), stream: `${STREAM}["z"]`, repetition: EACH },
      '(<aws_rds_cluster.many["a"]> | <aws_rds_cluster.many["b"]>)',
    ],
    [
      'a key that looks like an address',
      ['aws_rds_cluster.many["a.b[0]"].arn', 'aws_rds_cluster.many["a.b[0]"]', 'aws_rds_cluster.many'],
      many(EACH, '"a.b[0]"', '"c"'),
      '<aws_rds_cluster.many["a.b[0]"].arn>',
    ],
  ])('%s', (_, references, setup, expected) => {
    expect(arn(references, setup)).toBe(expected)
  })
})

describe("names of a module's output", () => {
  const module = (expression: object, outputs: Readonly<Record<string, object>> = {}, more: object = {}) => ({
    source: './db',
    ...more,
    module: {
      resources: [declared('aws_rds_cluster.this')],
      outputs: { arn: { expression }, ...outputs },
    },
  })
  const ARN = { references: ['aws_rds_cluster.this.arn', 'aws_rds_cluster.this'] }
  const single = [changed('module.db.aws_rds_cluster.this')]

  test.each<[string, readonly string[], Partial<Setup>, string]>([
    [
      'a reference',
      ['module.db.arn', 'module.db'],
      { calls: { db: module(ARN) }, changes: single },
      '<module.db.aws_rds_cluster.this.arn>',
    ],
    [
      'a constant',
      ['module.db.arn', 'module.db'],
      { calls: { db: module({ constant_value: 'x' }) }, changes: single },
      '"x"',
    ],
    [
      'lost in the module',
      ['module.db.arn', 'module.db'],
      { calls: { db: module({ references: ['local.arn'] }) }, changes: single },
      "?a plan's JSON does not hold module.db.local.arn",
    ],
    [
      'an output that is not there',
      ['module.db.none', 'module.db'],
      { calls: { db: module(ARN) }, changes: single },
      `?${LOST}`,
    ],
    [
      'a module by key',
      ['module.db["a"].arn', 'module.db["a"]', 'module.db'],
      {
        calls: { db: module(ARN, {}, EACH) },
        changes: ['a', 'b'].map((key) => changed(`module.db["${key}"].aws_rds_cluster.this`)),
      },
      '<module.db["a"].aws_rds_cluster.this.arn>',
    ],
    [
      'the module with the same key, its output lost',
      ['module.db', 'each.key'],
      {
        calls: { db: module(ARN, {}, EACH) },
        changes: ['a', 'b'].map((key) => changed(`module.db["${key}"].aws_rds_cluster.this`)),
        stream: `${STREAM}["b"]`,
        repetition: EACH,
      },
      '<module.db["b"].aws_rds_cluster.this>',
    ],
    [
      'all modules, the output lost',
      ['module.db'],
      {
        calls: { db: module(ARN, {}, EACH) },
        changes: ['a', 'b'].map((key) => changed(`module.db["${key}"].aws_rds_cluster.this`)),
      },
      '(<module.db["a"].aws_rds_cluster.this> | <module.db["b"].aws_rds_cluster.this>)',
    ],
  ])('%s', (_, references, setup, expected) => {
    expect(arn(references, setup)).toBe(expected)
  })

  test("an argument of the stream's module", () => {
    const stream = declared('aws_rds_cluster_activity_stream.this', { resource_arn: { references: ['var.arn'] } })
    const { attribute } = planned(
      {
        resources: [declared('aws_rds_cluster.a')],
        module_calls: {
          audit: {
            source: './audit',
            expressions: { arn: { references: ['aws_rds_cluster.a.arn', 'aws_rds_cluster.a'] } },
            module: { resources: [stream], variables: { arn: {} } },
          },
        },
      },
      {
        resource_changes: [
          changed('aws_rds_cluster.a'),
          changed('module.audit.aws_rds_cluster_activity_stream.this', { after_unknown: { resource_arn: true } }),
        ],
      },
    )
    expect(attribute('module.audit.aws_rds_cluster_activity_stream.this', 'resource_arn')).toBe(
      '<aws_rds_cluster.a.arn>',
    )
  })
})

describe('what the plan itself knows', () => {
  const ARN = 'arn:aws:rds:eu-west-1:111122223333:cluster:a'
  const known = (references: readonly string[], arn: string): string =>
    planned(
      { resources: [declared(STREAM, { resource_arn: { references } }), declared('aws_rds_cluster.a')] },
      {
        resource_changes: [
          changed(STREAM, { after: { resource_arn: ARN } }),
          changed('aws_rds_cluster.a', { after: { arn } }),
        ],
      },
    ).attribute(STREAM, 'resource_arn')

  test('stands where the names say nothing', () => {
    expect(known(['local.arn'], ARN)).toBe(JSON.stringify(ARN))
  })

  test('is the attribute that they name, where the two are equal', () => {
    expect(known(['aws_rds_cluster.a.arn', 'aws_rds_cluster.a'], ARN)).toBe('<aws_rds_cluster.a.arn>')
  })

  test('is not the attribute that they name, where the two differ', () => {
    expect(known(['aws_rds_cluster.a.arn', 'aws_rds_cluster.a'], `${ARN}-2`)).toBe(JSON.stringify(ARN))
  })
})
