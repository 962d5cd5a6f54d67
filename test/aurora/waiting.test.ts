import { describe, expect, test } from 'vitest'
import { lintFiles } from '../lint/in-memory.js'

const cluster = (name = 'main'): string => `resource "aws_rds_cluster" "${name}" {\n  engine = "aurora-mysql"\n}\n`
const instance = (content = '', of = 'aws_rds_cluster.main.id', name = 'i'): string =>
  `resource "aws_rds_cluster_instance" "${name}" {\n  ${content}\n  cluster_identifier = ${of}\n}\n`
const stream = (content = '', arn = 'aws_rds_cluster.main.arn', key = ''): string =>
  `resource "aws_rds_cluster_activity_stream" "main" {\n  ${content}\n  resource_arn = ${arn}\n  kms_key_id = aws_kms_key.main.key_id\n}\nresource "aws_kms_key" "main" {\n  ${key}\n}\n`
const between = (content: string): string => `resource "terraform_data" "between" {\n  ${content}\n}\n`
const call = (content: string): string => `module "m" {\n  source = "./m"\n  ${content}\n}\n`
const ID = 'aws_rds_cluster_instance.i.id'
const BASE = cluster() + instance()
const CHECKED = `condition = ${ID} != ""\n    error_message = "x"`

/** `waits`, `may start early` or `starts early`. */
const order = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const { findings, diagnostics } = await lintFiles(files, { only: ['missing-instance-depends-on'] })
  expect(diagnostics).toEqual([])
  expect(findings.length).toBeLessThanOrEqual(1)
  const [finding] = findings
  if (!finding) return 'waits'
  return finding.verdict === 'undecided' ? 'may start early' : 'starts early'
}

describe('a stream beside the instances of its cluster', () => {
  test.each([
    ['nothing between them', BASE + stream(), 'starts early'],
    ['depends_on', BASE + stream('depends_on = [aws_rds_cluster_instance.i]'), 'waits'],
    ['depends_on its cluster', BASE + stream('depends_on = [aws_rds_cluster.main]'), 'starts early'],
    [
      'depends_on one of them',
      cluster() + instance('count = 2') + stream('depends_on = [aws_rds_cluster_instance.i[0]]'),
      'waits',
    ],
    [
      "depends_on another cluster's",
      cluster() +
        cluster('b') +
        instance('', 'aws_rds_cluster.b.id') +
        instance('', undefined, 'own') +
        stream('depends_on = [aws_rds_cluster_instance.i]'),
      'starts early',
    ],
    [
      'nobody knows how many: depends_on',
      `variable "n" {}\n${cluster()}${instance('count = var.n')}${stream('depends_on = [aws_rds_cluster_instance.i]')}`,
      'waits',
    ],
    [
      'nobody knows how many: nothing',
      `variable "n" {}\n${cluster()}${instance('count = var.n')}${stream()}`,
      'starts early',
    ],
    ['an expression', BASE + stream('', `${ID} == "" ? aws_rds_cluster.main.arn : aws_rds_cluster.main.arn`), 'waits'],
    [
      'a splat in a condition',
      cluster() +
        instance('count = 2') +
        stream('', 'length(aws_rds_cluster_instance.i[*].id) > 0 ? aws_rds_cluster.main.arn : ""'),
      'waits',
    ],
    ['a precondition', BASE + stream(`lifecycle {\n    precondition {\n    ${CHECKED}\n    }\n  }`), 'waits'],
    ['a postcondition', BASE + stream(`lifecycle {\n    postcondition {\n    ${CHECKED}\n    }\n  }`), 'waits'],
    ['a provisioner', BASE + stream(`provisioner "local-exec" {\n    command = "echo \${${ID}}"\n  }`), 'waits'],
    ['its key waits', BASE + stream('', undefined, 'depends_on = [aws_rds_cluster_instance.i]'), 'waits'],
    [
      'its provider waits',
      `${BASE}provider "aws" {\n  alias = "late"\n  region = aws_rds_cluster_instance.i.availability_zone\n}\n${stream('provider = aws.late')}`,
      'waits',
    ],
    [
      'a resource between them',
      BASE + between(`input = ${ID}`) + stream('depends_on = [terraform_data.between]'),
      'waits',
    ],
    [
      'a provisioner of a resource between them',
      `${BASE}${between(`provisioner "local-exec" {\n    command = "echo \${${ID}}"\n  }`)}${stream('depends_on = [terraform_data.between]')}`,
      'waits',
    ],
    [
      'a resource between them that does not wait',
      BASE + between('input = aws_rds_cluster.main.id') + stream('depends_on = [terraform_data.between]'),
      'starts early',
    ],
    ['a local that nobody reads', `${BASE}locals {\n  id = ${ID}\n}\n${stream()}`, 'starts early'],
    ['a local that it reads', `${BASE}locals {\n  id = ${ID}\n}\n${stream('count = local.id == "" ? 0 : 1')}`, 'waits'],
    ['a check', `${BASE}check "it" {\n  assert {\n    ${CHECKED}\n  }\n}\n${stream()}`, 'starts early'],
    [
      'a data source that waits',
      `${BASE}data "aws_rds_cluster" "it" {\n  cluster_identifier = aws_rds_cluster.main.id\n  depends_on = [aws_rds_cluster_instance.i]\n}\n${stream('', 'data.aws_rds_cluster.it.arn')}`,
      'waits',
    ],
    [
      'a data source that does not',
      `${BASE}data "aws_rds_cluster" "it" {\n  cluster_identifier = aws_rds_cluster.main.id\n}\n${stream('', 'data.aws_rds_cluster.it.arn')}`,
      'starts early',
    ],
    ['no instance: the business of another rule', cluster() + instance('count = 0') + stream(), 'waits'],
  ])('%s', async (_, text, expected) => {
    expect(await order({ 'main.tf': text })).toBe(expected)
  })
})

describe('instances in a module', () => {
  const files = (dependency: string, output: string): Readonly<Record<string, string>> => ({
    'main.tf': cluster() + call('id = aws_rds_cluster.main.id') + stream(`depends_on = [${dependency}]`),
    'm/main.tf': `variable "id" {}\n${instance('', 'var.id')}output "it" {\n  ${output}\n}\n`,
  })

  test.each([
    ['the module', 'module.m', 'value = var.id', 'waits'],
    ['an output of them', 'module.m.it', `value = ${ID}`, 'waits'],
    ['another output', 'module.m.it', 'value = var.id', 'starts early'],
    [
      'an output that depends on them',
      'module.m.it',
      'value = var.id\n  depends_on = [aws_rds_cluster_instance.i]',
      'waits',
    ],
  ])('and depends_on %s', async (_, dependency, output, expected) => {
    expect(await order(files(dependency, output))).toBe(expected)
  })
})

describe('a stream in a module', () => {
  const files = (content: string, ofStream = ''): Readonly<Record<string, string>> => ({
    'main.tf': BASE + call(`arn = aws_rds_cluster.main.arn\n  ${content}`),
    'm/main.tf': `variable "arn" {}\nvariable "late" {\n  default = ""\n}\n${stream(ofStream, 'var.arn')}`,
  })

  test.each([
    ['given the ARN alone', '', '', 'starts early'],
    ['whose call depends on them', 'depends_on = [aws_rds_cluster_instance.i]', '', 'waits'],
    ['whose call repeats by them', `for_each = { a = ${ID} }`, '', 'waits'],
    ['given an argument of them that it reads', `late = ${ID}`, 'count = var.late == "" ? 0 : 1', 'waits'],
    ['given an argument of them that it does not read', `late = ${ID}`, '', 'starts early'],
    ['given a provider', 'providers = {\n    aws = aws\n  }', '', 'starts early'],
  ])('%s', async (_, content, ofStream, expected) => {
    expect(await order(files(content, ofStream))).toBe(expected)
  })
})
