import { describe, expect, test } from 'vitest'
import { keyIdAttribute } from '../../src/aurora/keys/kms-attributes.js'
import type { KmsKeyReference } from '../../src/aurora/keys/kms-key-reference.js'
import { parseQuotedReference } from '../../src/aurora/quoted-reference.js'
import { auroraView } from '../../src/aurora/view.js'
import { evaluatorOf } from '../terraform/configured.js'

const keysOf = async (expression: string, more = ''): Promise<readonly KmsKeyReference[]> => {
  const text = `${more}resource "aws_rds_cluster_activity_stream" "main" {\n  kms_key_id = ${expression}\n}\n`
  const { streams } = auroraView(await evaluatorOf({ 'main.tf': text }), () => [])
  return streams.flatMap(({ keys }) => keys.map(({ reference }) => reference))
}
const kinds = async (expression: string, more = ''): Promise<readonly string[]> =>
  (await keysOf(expression, more)).map(({ kind }) => kind)

const ID = '1234abcd-12ab-34cd-56ef-1234567890ab'
const MRK = 'mrk-1234abcd12ab34cd56ef1234567890ab'
const ARN = 'arn:aws:kms:eu-west-1:111122223333:'

describe('a literal', () => {
  test.each([
    ['key-id', ID],
    ['key-id', MRK],
    ['alias-name', 'alias/audit'],
    ['alias-name', 'alias/a/b_c-D9'],
    ['alias-name', 'alias/aws/rds'],
    ['alias-name', `alias/${'a'.repeat(250)}`],
    ['key-arn', `${ARN}key/${ID}`],
    ['key-arn', `${ARN}key/${MRK}`],
    ['alias-arn', `${ARN}alias/audit`],
    ...['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc', 'aws-iso', 'aws-iso-b', 'aws-iso-e', 'aws-iso-f'].map(
      (partition) => ['key-arn', `arn:${partition}:kms:us-gov-west-1:111122223333:key/${ID}`],
    ),

    ['no-identifier', ''],
    ['no-identifier', ' '],
    ['no-identifier', 'audit'],
    ['no-identifier', ID.toUpperCase()],
    ['no-identifier', ID.slice(1)],
    ['no-identifier', `${ID}a`],
    ['no-identifier', ` ${ID}`],
    ['no-identifier', `${ID}\\n`],
    ['no-identifier', ID.replaceAll('-', '')],
    ['no-identifier', 'g234abcd-12ab-34cd-56ef-1234567890ab'],
    ['no-identifier', MRK.slice(0, -1)],
    ['no-identifier', `mrk-${ID}`],
    ['no-identifier', 'mrk-'],
    ['no-identifier', `key/${ID}`],
    ['no-identifier', 'alias/'],
    ['no-identifier', 'alias'],
    ['no-identifier', 'alias/with.dot'],
    ['no-identifier', 'alias/with blank'],
    ['no-identifier', 'Alias/audit'],
    ['no-identifier', `alias/${'a'.repeat(251)}`],
    ['no-identifier', `arn:aws-mars:kms:eu-west-1:111122223333:key/${ID}`],
    ['no-identifier', `arn:aws:rds:eu-west-1:111122223333:key/${ID}`],
    ['no-identifier', `arn:aws:kms:eu-west-1:11112222333:key/${ID}`],
    ['no-identifier', `arn:aws:kms:eu-west-1::key/${ID}`],
    ['no-identifier', `arn:aws:kms::111122223333:key/${ID}`],
    ['no-identifier', `${ARN}${ID}`],
    ['no-identifier', `${ARN}key:${ID}`],
    ['no-identifier', `${ARN}key/alias/audit`],
    ['no-identifier', `${ARN}key/`],
    ['no-identifier', `${ARN}key/${ID}/`],
    ['no-identifier', `${ARN}alias/`],
    ['no-identifier', '<kms-key-arn>'],
    ['no-identifier', '[kms-key]'],
    ['no-identifier', 'YOUR_KEY_ID'],
    ['no-identifier', 'arn:aws:iam::111122223333:role/audit'],

    ['quoted-reference', 'aws_kms_key.kms-key.arn'],
    ['quoted-reference', 'aws_kms_key.main'],
    ['quoted-reference', 'aws_kms_key.main[0].arn'],
    ['quoted-reference', 'aws_kms_key.main.0.arn'],
    ['quoted-reference', 'aws_kms_key.main[count.index].key_id'],
    ['quoted-reference', 'aws_kms_key.main[\\"a\\"].arn'],
    ['quoted-reference', 'data.aws_kms_key.main.id'],
    ['quoted-reference', 'aws_kms_alias.main.target_key_id'],
    ['quoted-reference', 'aws_kms_key.schlüssel.arn'],
    ['quoted-reference', 'var.key'],
    ['quoted-reference', 'var.keys[0]'],
    ['quoted-reference', 'var.keys.audit'],
    ['quoted-reference', 'local.key'],
    ['quoted-reference', 'module.kms.key_arn'],
    ['quoted-reference', 'each.value'],
    ['quoted-reference', 'each.value.key'],
    ['quoted-reference', '$${aws_kms_key.main.arn}'],
    ['quoted-reference', '{aws_kms_key.main.arn}'],
    ['quoted-reference', '{ aws_kms_key.main.arn }'],
    ['quoted-reference', '$(aws_kms_key.main.arn)'],
    ['quoted-reference', '<aws_kms_key.main.arn>'],
    ['quoted-reference', '$aws_kms_key.main.arn'],
    ['quoted-reference', ' aws_kms_key.main.arn '],
  ])('is %s: %s', async (kind, text) => {
    expect(await kinds(`"${text}"`)).toEqual([kind])
  })

  test.each([
    ['null', []],
    ['12', ['no-identifier']],
    ['true', ['no-identifier']],
  ])('that is no text: %s', async (expression, expected) => {
    expect(await kinds(expression)).toEqual(expected)
  })
})

describe('a part of which is not known', () => {
  const X = 'variable "x" {}\n'

  test.each([
    ['var.x', ['unknown']],
    ['"${var.x}"', ['unknown']],
    ['"${var.x}-12ab"', ['unknown']],
    ['"alias/${var.x}"', ['alias-name']],
    ['"arn:aws:kms:${var.x}:111122223333:key/${var.x}"', ['key-arn']],
    ['"arn:aws:kms:eu-west-1:${var.x}:alias/audit"', ['alias-arn']],
    ['"aws_kms_key.${var.x}"', ['no-identifier']],
    ['"${var.x}.arn"', ['no-identifier']],
    ['"$${${var.x}}"', ['no-identifier']],
    ['"<${var.x}>"', ['no-identifier']],
    ['"a key ${var.x}"', ['no-identifier']],
    [`var.x ? "${ID}" : "alias/audit"`, ['key-id', 'alias-name']],
    [`var.x ? "${ID}" : var.x`, ['key-id', 'unknown']],
    [`var.x ? "${ID}" : "${ID}"`, ['key-id']],
    [`coalesce("", "${ID}")`, ['key-id']],
  ])('%s', async (expression, expected) => {
    expect(await kinds(expression, X)).toEqual(expected)
  })

  test('says what stands in the way', async () => {
    expect(await keysOf('var.x', X)).toEqual([{ kind: 'unknown', because: ['var.x has no value'] }])
  })
})

describe("a resource's attribute", () => {
  const resource = (address: string): string =>
    address.startsWith('data.')
      ? `data "${address.split('.')[1]}" "main" {\n  ARGUMENT\n}\n`
      : `resource "${address}" "main" {\n  ARGUMENT\n}\n`

  test.each([
    ['aws_kms_key', 'key_id', 'key-id', undefined],
    ['aws_kms_key', 'id', 'key-id', undefined],
    ['aws_kms_key', 'arn', 'key-arn', 'key_id'],
    ['aws_kms_replica_key', 'key_id', 'key-id', undefined],
    ['aws_kms_replica_key', 'id', 'key-id', undefined],
    ['aws_kms_replica_key', 'arn', 'key-arn', 'key_id'],
    ['aws_kms_replica_external_key', 'key_id', 'key-id', undefined],
    ['aws_kms_replica_external_key', 'arn', 'key-arn', 'key_id'],
    ['aws_kms_external_key', 'id', 'key-id', undefined],
    ['aws_kms_external_key', 'arn', 'key-arn', 'id'],
    ['aws_kms_alias', 'target_key_id', 'key-id', undefined],
    ['aws_kms_alias', 'target_key_arn', 'key-arn', 'target_key_id'],
    ['aws_kms_alias', 'name', 'alias-name', 'target_key_id'],
    ['aws_kms_alias', 'id', 'alias-name', 'target_key_id'],
    ['aws_kms_alias', 'arn', 'alias-arn', 'target_key_id'],
    ['data.aws_kms_key', 'id', 'key-id', undefined],
    ['data.aws_kms_key', 'arn', 'key-arn', 'id'],
    ['data.aws_kms_alias', 'target_key_id', 'key-id', undefined],
    ['data.aws_kms_alias', 'target_key_arn', 'key-arn', 'target_key_id'],
    ['data.aws_kms_alias', 'name', 'alias-name', 'target_key_id'],
    ['data.aws_kms_alias', 'arn', 'alias-arn', 'target_key_id'],
    ['data.aws_kms_alias', 'id', 'alias-arn', 'target_key_id'],
    ['aws_kms_key', 'policy', 'unknown', undefined],
    ['aws_ssm_parameter', 'value', 'unknown', undefined],
    ['data.terraform_remote_state', 'outputs', 'unknown', undefined],
  ])('%s.%s', async (type, attribute, kind, instead) => {
    const [found, ...others] = await keysOf(`${type}.main.${attribute}`, resource(type).replace('ARGUMENT', ''))
    expect(others).toEqual([])
    expect(found?.kind).toBe(kind)
    expect(found && 'reference' in found ? found.reference?.attribute : undefined).toBe(instead)
  })

  test.each([
    ["a data source's own key_id", 'data.aws_kms_key', `key_id = "${ID}"`, 'key_id', 'key-id'],
    ['an alias there', 'data.aws_kms_key', 'key_id = "alias/audit"', 'key_id', 'alias-name'],
    ['an alias there, read by id', 'data.aws_kms_key', 'key_id = "alias/audit"', 'id', 'key-id'],
    ["another resource's argument", 'aws_rds_cluster', `kms_key_id = "${ARN}key/${ID}"`, 'kms_key_id', 'key-arn'],
    ['nothing known of it', 'aws_rds_cluster', '', 'kms_key_id', 'unknown'],
  ])('%s', async (_, type, argument, attribute, kind) => {
    expect(await kinds(`${type}.main.${attribute}`, resource(type).replace('ARGUMENT', argument))).toEqual([kind])
  })

  test.each([
    ['one of several', 'aws_kms_key.many["a"].arn', 'key-arn'],
    ['try', 'try(aws_kms_key.many["a"].key_id, "")', 'key-id'],
    ['a splat', 'one(values(aws_kms_key.many)[*].arn)', 'key-arn'],
    ['its end', 'element(split("/", aws_kms_key.many["a"].arn), 1)', 'unknown'],
  ])('%s', async (_, expression, kind) => {
    const key = 'resource "aws_kms_key" "many" {\n  for_each = toset(["a"])\n}\n'
    expect(await kinds(expression, key)).toEqual([kind])
  })
})

test('what holds the bare key ID', () => {
  expect(
    (
      [
        ['managed', 'aws_kms_key'],
        ['managed', 'aws_kms_external_key'],
        ['data', 'aws_kms_key'],
        ['data', 'aws_kms_alias'],
        ['data', 'aws_kms_replica_key'],
        ['managed', 'aws_s3_bucket'],
        ['managed', 'constructor'],
      ] as const
    ).map(([mode, type]) => keyIdAttribute(mode, type)),
  ).toEqual(['key_id', 'id', 'id', 'target_key_id', undefined, undefined, undefined])
})

describe('the parts of a quoted reference', () => {
  test.each([
    ['aws_kms_key.main.arn', { address: 'aws_kms_key.main', mode: 'managed', index: '', attribute: 'arn' }],
    ['data.aws_kms_key.main.id', { address: 'data.aws_kms_key.main', mode: 'data', index: '', attribute: 'id' }],
    ['aws_kms_key.main["a.b"].arn', { address: 'aws_kms_key.main', index: '["a.b"]', attribute: 'arn' }],
    ['aws_kms_key.main[0]', { address: 'aws_kms_key.main', index: '[0]', attribute: undefined }],
    ['${ module.kms.key_arn }', { text: 'module.kms.key_arn', type: 'module', name: 'kms', attribute: 'key_arn' }],
    ['<var.key>', { text: 'var.key', address: 'var.key', attribute: undefined }],
  ])('%s', (text, parts) => {
    expect(parseQuotedReference(text)).toMatchObject(parts)
  })

  test.each([
    '',
    'a.b',
    'a.b.c',
    'www.example.com',
    '1.2.3',
    'alias/a.b',
    'aws_kms_key',
    'aws_kms_key.',
    'var',
    'each',
    'path.module',
    '${}',
    'aws_kms_key.a.b.c.d',
    'mail@example.com',
  ])('none: %s', (text) => {
    expect(parseQuotedReference(text)).toBeUndefined()
  })
})
