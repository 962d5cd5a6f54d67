import { describe, expect, test } from 'vitest'
import type { KmsKey } from '../../src/aurora/keys/kms-key.js'
import { auroraView } from '../../src/aurora/view.js'
import { evaluatorOf } from '../terraform/configured.js'
import { changed, declared, planned } from '../terraform/planned.js'

/** `aws_kms_key.main`, `data.aws_kms_key.a > aws_kms_key.main`, `aws-managed alias/aws/rds`, `identifier alias/a`, `unknown`. */
const shown = (key: KmsKey): string => {
  const last = ((): string => {
    switch (key.kind) {
      case 'resource':
        return key.key.address
      case 'aws-managed':
        return `aws-managed${key.alias === undefined ? '' : ` ${key.alias}`}`
      case 'identifier':
        return `identifier ${key.text}`
      case 'unknown':
        return key.kind
      default:
        return key satisfies never
    }
  })()
  return [...key.through.map(({ address }) => address), last].join(' > ')
}

const keysOf = async (expression: string, more: string): Promise<readonly string[]> => {
  const stream = `resource "aws_rds_cluster_activity_stream" "main" {\n  kms_key_id = ${expression}\n}\n`
  const { streams } = auroraView(await evaluatorOf({ 'main.tf': more + stream }), () => [])
  return streams.flatMap(({ keys }) => keys.flatMap(({ named }) => named().map(shown)))
}

const resource = (address: string, content = ''): string => {
  const [first = '', second = '', third = ''] = address.split('.')
  return first === 'data'
    ? `data "${second}" "${third}" {\n  ${content}\n}\n`
    : `resource "${first}" "${second}" {\n  ${content}\n}\n`
}
const KEY = resource('aws_kms_key.main')
const ALIAS = resource('aws_kms_alias.a', 'name = "alias/a"\n  target_key_id = aws_kms_key.main.id')

describe('the key that is named', () => {
  test.each([
    ['"alias/audit"', '', 'identifier alias/audit'],
    ['"alias/aws/rds"', '', 'aws-managed alias/aws/rds'],
    ['"arn:aws:kms:eu-west-1:111122223333:alias/aws/rds"', '', 'aws-managed alias/aws/rds'],
    ['"alias/awsome"', '', 'identifier alias/awsome'],
    ['aws_kms_key.main.key_id', KEY, 'aws_kms_key.main'],
    ['aws_kms_key.main.arn', KEY, 'aws_kms_key.main'],
    ['aws_kms_key.main.policy', resource('aws_kms_key.main', 'policy = "x"'), 'identifier x'],
    ['aws_kms_key.main.policy', KEY, 'unknown'],
    ['aws_kms_key.main[0].key_id', resource('aws_kms_key.main', 'count = 1'), 'aws_kms_key.main[0]'],
    ['one(aws_kms_key.main[*].key_id)', resource('aws_kms_key.main', 'count = 1'), 'aws_kms_key.main[0]'],
    ['aws_kms_external_key.main.id', resource('aws_kms_external_key.main'), 'aws_kms_external_key.main'],
    ['aws_kms_replica_key.main.key_id', resource('aws_kms_replica_key.main'), 'aws_kms_replica_key.main'],
    ['aws_kms_alias.a.target_key_id', KEY + ALIAS, 'aws_kms_alias.a > aws_kms_key.main'],
    ['aws_kms_alias.a.name', KEY + ALIAS, 'aws_kms_alias.a > aws_kms_key.main'],
    ['aws_kms_alias.a.arn', resource('aws_kms_alias.a'), 'aws_kms_alias.a > unknown'],
    [
      'data.aws_kms_key.d.id',
      KEY + ALIAS + resource('data.aws_kms_key.d', 'key_id = aws_kms_alias.a.arn'),
      'data.aws_kms_key.d > aws_kms_alias.a > aws_kms_key.main',
    ],
    ['data.aws_kms_key.d.key_id', resource('data.aws_kms_key.d', 'key_id = "alias/a"'), 'identifier alias/a'],
    [
      'data.aws_kms_alias.d.arn',
      resource('data.aws_kms_alias.d', 'name = "alias/aws/s3"'),
      'data.aws_kms_alias.d > aws-managed alias/aws/s3',
    ],
    ['"arn:aws:kms:eu-west-1:111122223333:key/${aws_kms_key.main.id}"', KEY, 'aws_kms_key.main'],
    [
      '"arn:aws:kms:eu-west-1:111122223333:${aws_kms_alias.a.name}"',
      KEY + ALIAS,
      'identifier arn:aws:kms:eu-west-1:111122223333:alias/a',
    ],
    ['"${aws_kms_key.main.id}-copy"', KEY, 'unknown'],
    ['"alias/${aws_kms_key.main.id}"', KEY, 'unknown'],
    [
      'aws_rds_cluster.c.kms_key_id',
      KEY + resource('aws_rds_cluster.c', 'kms_key_id = aws_kms_key.main.arn'),
      'aws_kms_key.main',
    ],
    ['aws_rds_cluster.c.kms_key_id', resource('aws_rds_cluster.c'), 'unknown'],
    ['var.key', 'variable "key" {}\n', 'unknown'],
  ])('%s', async (expression, more, expected) => {
    expect(await keysOf(expression, more)).toEqual([expected])
  })

  test('one for each arm on the way', async () => {
    const more = `variable "x" {}\n${KEY}${resource('data.aws_kms_key.d', 'key_id = var.x ? "alias/aws/rds" : aws_kms_key.main.id')}`
    expect(await keysOf('var.x ? data.aws_kms_key.d.id : "alias/a"', more)).toEqual([
      'data.aws_kms_key.d > aws-managed alias/aws/rds',
      'data.aws_kms_key.d > aws_kms_key.main',
      'identifier alias/a',
    ])
  })

  test('none where data sources read each other', async () => {
    const more =
      resource('data.aws_kms_key.a', 'key_id = data.aws_kms_key.b.id') +
      resource('data.aws_kms_key.b', 'key_id = data.aws_kms_key.a.id')
    expect(await keysOf('data.aws_kms_key.a.id', more)).toEqual([])
  })

  test('each data source is followed once, by however many ways it is reached', async () => {
    const more = Array.from({ length: 40 }, (_, at) =>
      resource(
        `data.aws_kms_key.d${at}`,
        `key_id = var.x ? data.aws_kms_key.d${at + 1}.id : data.aws_kms_key.d${at + 1}.arn`,
      ),
    ).join('')
    const last = resource('data.aws_kms_key.d40', 'key_id = "alias/aws/rds"')
    const found = await keysOf('data.aws_kms_key.d0.id', `variable "x" {}\n${more}${last}`)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/ > data\.aws_kms_key\.d40 > aws-managed alias\/aws\/rds$/)
  })
})

describe('in a plan', () => {
  const DATA = 'data.aws_kms_key.d'
  const STREAM = 'aws_rds_cluster_activity_stream.main'
  const keys = (values: object): readonly string[] => {
    const reading = { key_id: { constant_value: '1234abcd-12ab-34cd-56ef-1234567890ab' } }
    const using = { kms_key_id: { references: [`${DATA}.id`, DATA] } }
    const source = { address: DATA, mode: 'data', type: 'aws_kms_key', name: 'd', values }
    const { evaluator } = planned(
      { resources: [declared(DATA, reading), declared(STREAM, using)] },
      {
        resource_changes: [changed(STREAM)],
        prior_state: { values: { root_module: { resources: [source] } } },
      },
    )
    const { streams } = auroraView(evaluator, () => [])
    return streams.flatMap((stream) => stream.keys.flatMap(({ named }) => named().map(shown)))
  }

  test('a data source has read whose key it is', () => {
    expect(keys({ id: 'x', key_manager: 'AWS' })).toEqual([`${DATA} > aws-managed`])
    expect(keys({ id: 'x', key_manager: 'CUSTOMER' })).toEqual([
      `${DATA} > identifier 1234abcd-12ab-34cd-56ef-1234567890ab`,
    ])
  })
})
