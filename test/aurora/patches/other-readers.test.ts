/** A class or a version that something else than Aurora has as well is not changed for both. */
import { expect, test } from 'vitest'
import type { Finding } from '../../../src/finding.js'
import { lintFiles } from '../../lint/in-memory.js'

type Texts = Readonly<Record<string, string>>

const database = (instanceClass: string, version = '"15.4"'): string => `resource "aws_rds_cluster" "main" {
  engine         = "aurora-postgresql"
  engine_version = ${version}
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = "aurora-postgresql"
  instance_class     = ${instanceClass}
}

resource "aws_kms_key" "main" {}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.main.key_id
  depends_on   = [aws_rds_cluster_instance.main]
}
`

const other = (body: string): string => `resource "aws_db_instance" "other" {\n${body}}\n`

const found = async (files: Texts, rule: string): Promise<Finding | undefined> =>
  (await lintFiles(files)).findings.find((finding) => finding.rule === rule)

const VARIABLE = 'variable "class" {\n  default = "db.t4g.medium"\n}\n'
const LOCAL = 'locals {\n  class = "db.t4g.medium"\n}\n'

test.each<[string, Texts, string]>([
  [
    'a default',
    { 'main.tf': VARIABLE + database('var.class') + other('  instance_class = var.class\n') },
    'var.class is the instance_class of aws_db_instance.other, too',
  ],
  [
    'a values file',
    {
      'main.tf': `variable "class" {}\n${database('var.class')}${other('  instance_class = var.class\n')}`,
      'terraform.tfvars': 'class = "db.t4g.medium"\n',
    },
    'var.class is the instance_class of aws_db_instance.other, too',
  ],
  [
    'a local value through another',
    {
      'main.tf': `${LOCAL}locals {\n  size = local.class\n}\n${database('local.class')}${other('  instance_class = local.size\n')}`,
    },
    'local.class is the instance_class of aws_db_instance.other, too',
  ],
  [
    'a default that a module is handed',
    {
      'main.tf': `${VARIABLE + database('var.class')}module "other" {\n  source = "./other"\n  size = var.class\n}\n`,
      'other/main.tf': `variable "size" {}\n${other('  instance_class = var.size\n')}`,
    },
    'var.class is the instance_class of aws_db_instance.other, too',
  ],
  [
    'a default that a module is handed which is not at hand',
    {
      'main.tf': `${VARIABLE + database('var.class')}module "other" {\n  source = "acme/db/aws"\n  instance_class = var.class\n}\n`,
    },
    'var.class is the instance_class of module.other, too',
  ],
  [
    'what both are repeated by',
    {
      'main.tf': `locals {\n  classes = { a = "db.t4g.medium" }\n}\n${database('each.value').replace('  cluster_identifier', '  for_each = local.classes\n  cluster_identifier')}${other('  for_each = local.classes\n  instance_class = each.value\n')}`,
    },
    'local.classes is the instance_class of aws_db_instance.other, too',
  ],
])('%s stays as it is', async (_, files, reason) => {
  const finding = await found(files, 'unsupported-instance-class')
  expect(finding?.fix).toBeUndefined()
  expect(finding?.because).toContain(`no patch: ${reason}`)
})

test('a version stays as it is, too', async () => {
  const text = `locals {\n  version = "11.8"\n}\n${database('"db.r6g.large"', 'local.version')}${other('  engine_version = local.version\n')}`
  const finding = await found({ 'main.tf': text }, 'unsupported-engine-version')
  expect(finding?.fix).toBeUndefined()
  expect(finding?.because).toContain('no patch: local.version is the engine_version of aws_db_instance.other, too')
})

test.each([
  ['a tag', '  instance_class = "db.t4g.medium"\n  tags = { class = var.class }\n'],
  ['a count', '  count = var.class == "" ? 0 : 1\n'],
])('what else only has it as %s is no hindrance', async (_, body) => {
  const finding = await found(
    { 'main.tf': VARIABLE + database('var.class') + other(body) },
    'unsupported-instance-class',
  )
  expect(finding?.fix?.edits.map(({ text }) => text)).toEqual(['"db.r6g.large"'])
})
