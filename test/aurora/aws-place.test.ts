import { describe, expect, test } from 'vitest'
import { type AwsPlace, awsPlaceOf, differences, placeOfArn } from '../../src/aurora/places/aws-place.js'
import { auroraView } from '../../src/aurora/view.js'
import { evaluatorOf } from '../terraform/configured.js'
import { changed, declared, planned } from '../terraform/planned.js'

const CLUSTER = 'resource "aws_rds_cluster" "main" {\n}\n'

const placeIn = async (files: Readonly<Record<string, string>>): Promise<AwsPlace | undefined> => {
  const [cluster] = auroraView(await evaluatorOf(files), () => []).clusters
  return cluster && awsPlaceOf(cluster)
}

const provider = (content: string): string => `provider "aws" {\n${content}\n}\n`
const role = (arn: string): string => `assume_role {\n  role_arn = "${arn}"\n}`
const ROLE = 'arn:aws:iam::111122223333:role/terraform'

describe('the place of a resource', () => {
  test.each<[string, string, AwsPlace]>([
    ['of which nothing is known', '', {}],
    ['by its region', provider('region = "eu-west-1"'), { partition: 'aws', region: 'eu-west-1' }],
    ['in China', provider('region = "cn-north-1"'), { partition: 'aws-cn', region: 'cn-north-1' }],
    ['in GovCloud', provider('region = "us-gov-west-1"'), { partition: 'aws-us-gov', region: 'us-gov-west-1' }],
    [
      'in the sovereign cloud',
      provider('region = "eusc-de-east-1"'),
      { partition: 'aws-eusc', region: 'eusc-de-east-1' },
    ],
    ['in isolation', provider('region = "us-iso-east-1"'), { partition: 'aws-iso', region: 'us-iso-east-1' }],
    ['in isolation, B', provider('region = "us-isob-east-1"'), { partition: 'aws-iso-b', region: 'us-isob-east-1' }],
    ['in isolation, E', provider('region = "eu-isoe-west-1"'), { partition: 'aws-iso-e', region: 'eu-isoe-west-1' }],
    ['in isolation, F', provider('region = "us-isof-south-1"'), { partition: 'aws-iso-f', region: 'us-isof-south-1' }],
    ['by what is no region', provider('region = "Ireland"'), {}],
    ['by its role', provider(role(ROLE)), { account: '111122223333' }],
    ['by a role with a path', provider(role('arn:aws:iam::111122223333:role/a/b')), { account: '111122223333' }],
    ['by what is no role', provider(role('arn:aws:iam::111122223333:user/terraform')), {}],
    ['by a role of an unknown account', `variable "a" {}\n${provider(role('arn:aws:iam::${var.a}:role/b'))}`, {}],
    [
      'by the last of several roles',
      provider(`${role('arn:aws:iam::444455556666:role/first')}\n${role(ROLE)}`),
      { account: '111122223333' },
    ],
    [
      'by several roles, the last one unknown',
      `variable "a" {}\n${provider(`${role(ROLE)}\nassume_role {\n  role_arn = var.a\n}`)}`,
      {},
    ],
    [
      'by a role for a web identity',
      provider(`assume_role_with_web_identity {\n  role_arn = "${ROLE}"\n}`),
      { account: '111122223333' },
    ],
    [
      'by a role that may not be taken on',
      provider(`dynamic "assume_role" {\n  for_each = []\n  content {\n    role_arn = "${ROLE}"\n  }\n}`),
      {},
    ],
    ['by the only account', provider('allowed_account_ids = ["111122223333"]'), { account: '111122223333' }],
    ['by one of two accounts', provider('allowed_account_ids = ["111122223333", "444455556666"]'), {}],
    ['by no account', provider('allowed_account_ids = []'), {}],
    ['by an unknown list', `variable "a" {}\n${provider('allowed_account_ids = var.a')}`, {}],
    [
      'by the role before the list',
      provider(`${role(ROLE)}\nallowed_account_ids = ["444455556666"]`),
      { account: '111122223333' },
    ],
  ])('%s', async (_, text, place) => {
    expect(await placeIn({ 'main.tf': text + CLUSTER })).toEqual(place)
  })

  test('in JSON syntax', async () => {
    const aws = { region: 'eu-west-1', assume_role: { role_arn: ROLE } }
    const text = JSON.stringify({ provider: { aws }, resource: { aws_rds_cluster: { main: {} } } })
    expect(await placeIn({ 'main.tf.json': text })).toEqual({
      partition: 'aws',
      region: 'eu-west-1',
      account: '111122223333',
    })
  })
})

describe('the place of a resource in a plan', () => {
  const A = 'aws_rds_cluster.main'
  const IN_MODULE = `module.db.${A}`
  const place = (key: string | undefined, providers: object, change: object = {}, more: object = {}) => {
    const cluster = (address: string): object => declared(address, {}, { ...(key && { provider_config_key: key }) })
    const json = {
      resource_changes: [changed(A, change), changed(IN_MODULE, change)],
      configuration: {
        provider_config: providers,
        root_module: {
          resources: [cluster(A)],
          module_calls: { db: { module: { resources: [cluster(A)], variables: { region: {} } }, ...more } },
          variables: { region: { default: 'us-east-1' } },
        },
      },
    }
    const { clusters } = auroraView(planned({}, json).evaluator, () => [])
    return Object.fromEntries(clusters.map((one) => [one.address, awsPlaceOf(one)]))
  }
  const IRELAND = { partition: 'aws', region: 'eu-west-1' }

  test('by a literal', () => {
    const aws = { name: 'aws', expressions: { region: { constant_value: 'eu-west-1' } } }
    expect(place('aws', { aws })).toEqual({ [A]: IRELAND, [IN_MODULE]: IRELAND })
    expect(place('aws.other', { aws })).toEqual({ [A]: {}, [IN_MODULE]: {} })
    expect(place(undefined, { aws })).toEqual({ [A]: {}, [IN_MODULE]: {} })
  })

  test('by a variable of the module that declares the provider', () => {
    const own = { name: 'aws', module_address: 'module.db', expressions: { region: { references: ['var.region'] } } }
    const call = { expressions: { region: { constant_value: 'eu-west-1' } } }
    expect(place('module.db:aws', { 'module.db:aws': own }, {}, call)).toEqual({ [A]: {}, [IN_MODULE]: IRELAND })
  })

  test('by a role', () => {
    const expressions = { assume_role: [{ role_arn: { constant_value: ROLE } }] }
    expect(place('aws', { aws: { name: 'aws', expressions } })).toMatchObject({ [A]: { account: '111122223333' } })
  })

  test('by its own region', () => {
    expect(place(undefined, {}, { after: { region: 'eu-west-1' } })).toMatchObject({ [A]: IRELAND })
  })

  test('by its ARN, before what its provider says', () => {
    const aws = { name: 'aws', expressions: { region: { constant_value: 'us-east-1' } } }
    const after = { arn: 'arn:aws:rds:eu-west-1:111122223333:cluster:orders' }
    expect(place('aws', { aws }, { after })).toMatchObject({ [A]: { ...IRELAND, account: '111122223333' } })
  })
})

describe('the place that an ARN says', () => {
  const U = { kind: 'unknown', because: [] } as const
  test.each<[string, readonly (string | typeof U)[], AwsPlace]>([
    [
      'all of it',
      ['arn:aws:kms:eu-west-1:111122223333:key/x'],
      { partition: 'aws', region: 'eu-west-1', account: '111122223333' },
    ],
    ['the region', ['arn:', U, ':kms:eu-west-1:', U, ':key/x'], { partition: 'aws', region: 'eu-west-1' }],
    ['the partition', ['arn:aws-cn:kms:', U, ':', U, ':key/x'], { partition: 'aws-cn' }],
    ['the account', ['arn:aws:kms:', U, ':111122223333:key/x'], { partition: 'aws', account: '111122223333' }],
    [
      'a part of a region',
      ['arn:aws:kms:eu-', U, ':111122223333:key/x'],
      { partition: 'aws', account: '111122223333' },
    ],
    ['nothing, for what it begins with is not known', [U, ':kms:eu-west-1:111122223333:key/x'], {}],
    ['nothing, for it is none', ['alias/orders'], {}],
    ['nothing, for it is too short', ['arn:aws:kms:eu-west-1'], {}],
  ])('%s', (_, parts, place) => {
    const [only] = parts
    const value =
      parts.length === 1 && typeof only === 'string' ? { kind: 'known', value: only } : { kind: 'text', parts }
    expect(placeOfArn(value as Parameters<typeof placeOfArn>[0])).toEqual(place)
  })
})

test.each<[AwsPlace, AwsPlace, readonly string[]]>([
  [{}, {}, []],
  [{ region: 'eu-west-1' }, {}, []],
  [{ region: 'eu-west-1' }, { region: 'eu-west-1' }, []],
  [{ region: 'eu-west-1' }, { region: 'eu-west-2' }, ['region']],
  [{ account: '1' }, { account: '2' }, ['account']],
  [{ region: 'a', account: '1' }, { region: 'b', account: '2' }, ['region', 'account']],
  [{ partition: 'aws', region: 'a' }, { partition: 'aws-cn', region: 'b' }, ['region']],
  [{ partition: 'aws', region: 'a' }, { partition: 'aws-cn' }, ['partition']],
])('%j differs from %j by %j', (one, other, expected) => {
  expect(differences(one, other)).toEqual(expected)
  expect(differences(other, one)).toEqual(expected)
})
