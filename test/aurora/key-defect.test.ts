import { describe, expect, test } from 'vitest'
import { keyDefects } from '../../src/aurora/keys/key-defect.js'
import { type AuroraView, auroraView } from '../../src/aurora/view.js'
import { evaluatorOf } from '../terraform/configured.js'
import { changed, declared, planned } from '../terraform/planned.js'

/** `aws_kms_key.main.is_enabled: disabled` */
const defectsOf = ({ streams }: AuroraView): readonly string[] =>
  streams
    .flatMap(({ keys }) => keys.flatMap(({ named }) => named()))
    .flatMap(keyDefects)
    .map(({ on, argument, description }) => `${on.address}.${argument}: ${description}`)

const STREAM = 'aws_rds_cluster_activity_stream.main'

describe('a key', () => {
  const defects = async (key: string, text: string): Promise<readonly string[]> => {
    const stream = `resource "aws_rds_cluster_activity_stream" "main" {\n  kms_key_id = ${key}\n}\n`
    return defectsOf(auroraView(await evaluatorOf({ 'main.tf': `variable "x" {}\n${text}${stream}` }), () => []))
  }
  const resource = (type: string, content: string): string => `resource "${type}" "k" {\n  ${content}\n}\n`
  const PRIMARY = resource('aws_kms_external_key', 'key_spec = "RSA_2048"\n  enabled = false')

  test.each<[string, string, string, readonly string[]]>([
    ['as it is made', 'aws_kms_key', '', []],
    ['off', 'aws_kms_key', 'is_enabled = false', ['aws_kms_key.k.is_enabled: disabled']],
    ['off or on', 'aws_kms_key', 'is_enabled = var.x', []],
    ['perhaps off', 'aws_kms_key', 'is_enabled = var.x ? false : null', []],
    [
      'that signs',
      'aws_kms_key',
      'key_usage = "SIGN_VERIFY"\n  customer_master_key_spec = "RSA_2048"',
      [
        'aws_kms_key.k.key_usage: no symmetric encryption key (key_usage is "SIGN_VERIFY", customer_master_key_spec is "RSA_2048")',
      ],
    ],
    [
      'of another spec, for whatever use',
      'aws_kms_key',
      'key_usage = var.x\n  customer_master_key_spec = "HMAC_256"',
      ['aws_kms_key.k.customer_master_key_spec: no symmetric encryption key (customer_master_key_spec is "HMAC_256")'],
    ],
    [
      'of external material, off',
      'aws_kms_external_key',
      'enabled = false',
      ['aws_kms_external_key.k.enabled: disabled'],
    ],
    ['of external material to come', 'aws_kms_external_key', '', []],
    ['that is a replica, off', 'aws_kms_replica_key', 'enabled = false', ['aws_kms_replica_key.k.enabled: disabled']],
    ['that is a replica of an unknown key', 'aws_kms_replica_key', 'primary_key_arn = var.x', []],
  ])('%s', async (_, type, content, expected) => {
    expect(await defects(`${type}.k.id`, resource(type, content))).toEqual(expected)
  })

  test('that is a replica is of the kind of its primary key, and enabled by itself', async () => {
    const replica = resource('aws_kms_replica_external_key', 'primary_key_arn = aws_kms_external_key.k.arn')
    expect(await defects('aws_kms_replica_external_key.k.id', PRIMARY + replica)).toEqual([
      'aws_kms_external_key.k.key_spec: no symmetric encryption key (key_spec is "RSA_2048")',
    ])
  })

  test('of which an argument is sensitive', async () => {
    const text = `variable "usage" {\n  sensitive = true\n  default = "SIGN_VERIFY"\n}\n${resource('aws_kms_key', 'key_usage = var.usage')}`
    expect(await defects('aws_kms_key.k.id', text)).toEqual([
      'aws_kms_key.k.key_usage: no symmetric encryption key (key_usage is (sensitive))',
    ])
  })
})

describe('a key that a plan has read', () => {
  const DATA = 'data.aws_kms_key.d'
  const defects = (values: object): readonly string[] => {
    const { evaluator } = planned(
      {
        resources: [
          declared(DATA, { key_id: { constant_value: 'alias/audit' } }),
          declared(STREAM, { kms_key_id: { references: [`${DATA}.id`, DATA] } }),
        ],
      },
      {
        resource_changes: [changed(STREAM)],
        prior_state: {
          values: {
            root_module: { resources: [{ address: DATA, mode: 'data', type: 'aws_kms_key', name: 'd', values }] },
          },
        },
      },
    )
    return defectsOf(auroraView(evaluator, () => []))
  }
  const USABLE = { enabled: true, key_usage: 'ENCRYPT_DECRYPT', customer_master_key_spec: 'SYMMETRIC_DEFAULT' }

  test.each<[object, readonly string[]]>([
    [USABLE, []],
    [{}, []],
    [{ ...USABLE, enabled: false }, [`${DATA}.key_id: disabled`]],
    [
      { ...USABLE, customer_master_key_spec: 'RSA_2048' },
      [`${DATA}.key_id: no symmetric encryption key (customer_master_key_spec is "RSA_2048")`],
    ],
    [{ ...USABLE, enabled: false, key_usage: 'SIGN_VERIFY' }, [`${DATA}.key_id: disabled`]],
  ])('%j', (values, expected) => {
    expect(defects(values)).toEqual(expected)
  })
})
