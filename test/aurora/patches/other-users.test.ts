import { describe, expect, test } from 'vitest'
import { isUsedByOthers } from '../../../src/aurora/patches/other-users.js'
import { ResourceInstance } from '../../../src/aurora/resource-instance.js'
import type { Evaluator } from '../../../src/terraform/evaluator.js'
import type { ModuleInstance } from '../../../src/terraform/module-instance.js'
import { evaluatorOf } from '../../terraform/configured.js'
import { declared, planned } from '../../terraform/planned.js'

const isUsed = (evaluator: Evaluator, module: ModuleInstance): boolean => {
  const resource = module.module.resources.get('aws_kms_key.main')
  const [reference] = resource ? evaluator.instancesOf(module, resource) : []
  if (!reference) throw new Error('there is no key')
  return isUsedByOthers(new ResourceInstance(evaluator, reference))
}

const KEY = 'resource "aws_kms_key" "main" {}\n'
const locals = (text: string): string => `locals {\n  ${text}\n}\n`
const stream = (key: string): string => `resource "aws_rds_cluster_activity_stream" "a" {\n  kms_key_id = ${key}\n}\n`
const bucket = (key: string): string => `resource "aws_s3_object" "a" {\n  kms_key_id = ${key}\n}\n`
const alias = (key: string): string => `resource "aws_kms_alias" "a" {\n  target_key_id = ${key}\n}\n`
const read = (key: string): string => `data "aws_kms_key" "a" {\n  key_id = ${key}\n}\n`

describe('in its own module', () => {
  test.each([
    ['nothing reads it', '', false],
    ['a stream', stream('aws_kms_key.main.key_id'), false],
    ['another resource', bucket('aws_kms_key.main.arn'), true],
    ['a stream through a local value', locals('key = aws_kms_key.main.id') + stream('local.key'), false],
    ['another resource through a local value', locals('key = aws_kms_key.main.id') + bucket('local.key'), true],
    ['another resource through two', locals('a = [local.b]\n  b = aws_kms_key.main.id') + bucket('local.a[0]'), true],
    ['local values in a circle', locals('a = [local.b, aws_kms_key.main.id]\n  b = local.a'), false],
    ['an alias', alias('aws_kms_key.main.key_id'), false],
    ['another resource by the alias', alias('aws_kms_key.main.key_id') + bucket('aws_kms_alias.a.arn'), true],
    [
      'another resource by the alias of a local value',
      locals('key = aws_kms_key.main.id') + alias('local.key') + bucket('aws_kms_alias.a.arn'),
      true,
    ],
    ['a data source', read('aws_kms_key.main.key_id'), false],
    ['another resource by the data source', read('aws_kms_key.main.id') + bucket('data.aws_kms_key.a.arn'), true],
    ['by another data source', read('aws_kms_key.main.id') + bucket('data.aws_kms_key.other.arn'), false],
    ['a call', 'module "a" {\n  source = "./a"\n  key    = aws_kms_key.main.arn\n}\n', true],
    [
      'a call through a local value',
      `${locals('k = aws_kms_key.main')}module "a" {\n  source = "./a"\n  k = local.k\n}\n`,
      true,
    ],
  ])('%s', async (_, text, expected) => {
    const evaluator = await evaluatorOf({ 'main.tf': KEY + text })
    expect(isUsed(evaluator, evaluator.rootInstance)).toBe(expected)
  })
})

describe('in a called module', () => {
  const OUTPUTS = 'output "id" {\n  value = local.id\n}\noutput "other" {\n  value = 1\n}\n'
  const inside = KEY + locals('id = aws_kms_key.main.id') + OUTPUTS
  const call = 'module "key" {\n  source = "./key"\n}\n'

  test.each([
    ['a stream reads the output', stream('module.key.id'), false],
    ['another resource reads the output', bucket('module.key.id'), true],
    ['through a local value', locals('id = module.key.id') + bucket('local.id'), true],
    ['another output', bucket('module.key.other'), false],
    ['the module as a whole', bucket('values(module.key)[0]'), true],
  ])('%s', async (_, text, expected) => {
    const evaluator = await evaluatorOf({
      'main.tf': call + text,
      'key/main.tf': `${inside}resource "aws_rds_cluster" "a" {}`,
    })
    const [made] = [...evaluator.rootInstance.module.calls.values()].flatMap((one) =>
      evaluator.childInstances(evaluator.rootInstance, one),
    )
    if (!made) throw new Error('there is no module')
    expect(isUsed(evaluator, made)).toBe(expected)
  })
})

test.each([
  ['aws_rds_cluster_activity_stream.a', false],
  ['aws_s3_object.a', true],
])("what a plan's local value is may be the key: %s", (address, expected) => {
  const { evaluator } = planned({
    resources: [declared('aws_kms_key.main'), declared(address, { kms_key_id: { references: ['local.key'] } })],
  })
  const resource = evaluator.rootInstance.module.resources.get('aws_kms_key.main')
  if (!resource) throw new Error('there is no key')
  const reference = { resource, module: evaluator.rootInstance, key: { kind: 'none' } } as const
  expect(isUsedByOthers(new ResourceInstance(evaluator, reference))).toBe(expected)
})
