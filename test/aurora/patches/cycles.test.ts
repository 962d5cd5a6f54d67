/** What a patch writes never makes a resource wait for itself. */
import { expect, test } from 'vitest'
import type { Finding } from '../../../src/finding.js'
import { lintFiles } from '../../lint/in-memory.js'
import { patched } from '../../patched.js'

/** The only finding of a rule, and the one file as its patch leaves it. */
const mended = async (
  rule: string,
  text: string,
): Promise<{ readonly finding: Finding | undefined; readonly after: string | undefined }> => {
  const { findings } = await lintFiles({ 'main.tf': text })
  const finding = findings.find((one) => one.rule === rule)
  const after = finding?.fix && patched({ 'main.tf': Buffer.from(text) }, finding.fix.edits)['main.tf']
  return { finding, after: after && Buffer.from(after).toString() }
}

const call = (inputs = ''): string => `module "aurora" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "9.3.0"

  name           = "orders"
  engine         = "aurora-postgresql"
  instance_class = "db.r6g.large"
  instances      = { one = {} }
${inputs}}
`

const key = (body: string): string => `resource "aws_kms_key" "audit" {
${body}}
`

const database = (head = '', at = ''): string => `resource "aws_rds_cluster" "main" {
${head}  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "orders_admin"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "main" {
${head}  cluster_identifier = aws_rds_cluster.main${at}.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}
`

const stream = (kmsKeyId: string, head = '', arn = 'aws_rds_cluster.main.arn'): string => `
resource "aws_rds_cluster_activity_stream" "main" {
${head}  resource_arn = ${arn}
  mode         = "async"
  kms_key_id   = ${kmsKeyId}

  depends_on = [aws_rds_cluster_instance.main]
}
`

test.each([
  ['the call', '  depends_on = [module.aurora]\n'],
  ['the call through a local value', '  description = local.name\n'],
])('hands no key to a call that waits for %s', async (_, body) => {
  const locals = 'locals {\n  name = jsonencode(module.aurora)\n}\n'
  const { after } = await mended('missing-activity-stream', call() + key(body) + locals)
  expect(after).toContain('= aws_kms_key.aurora_activity_stream.key_id\n')
})

test('hands a key to a call that it only reads an output of', async () => {
  const { after } = await mended('missing-activity-stream', call() + key('  description = module.aurora.cluster_arn\n'))
  expect(after).toContain('= aws_kms_key.audit.key_id\n')
})

test('mends the inputs of a call with no key that waits for it', async () => {
  const inputs = '\n  create_db_cluster_activity_stream = true\n'
  const { after } = await mended('invalid-module-inputs', call(inputs) + key('  depends_on = [module.aurora]\n'))
  expect(after).not.toContain('= aws_kms_key.audit.key_id')
})

test('gives a stream no key that waits for it', async () => {
  const waiting = key('  depends_on = [aws_rds_cluster_activity_stream.main]\n')
  const { after } = await mended('invalid-kms-key-id', database() + waiting + stream('"TODO"'))
  expect(after).toContain('= aws_kms_key.main_activity_stream.key_id\n')
})

test('names no key in a local value that the key is repeated by', async () => {
  const forEach = '  for_each = local.dbs\n\n'
  const locals = `
locals {
  dbs = {
    a = "aws_kms_key.audit[\\"a\\"].arn"
    b = "aws_kms_key.audit[\\"b\\"].arn"
  }
}
`
  const { finding, after } = await mended(
    'invalid-kms-key-id',
    database(forEach, '[each.key]') +
      key(forEach) +
      stream('each.value', forEach, 'aws_rds_cluster.main[each.key].arn') +
      locals,
  )
  expect(after).toBeUndefined()
  expect(finding?.because).toContain('no patch: aws_kms_key.audit["a"].arn waits for local.dbs already')
})

test('gives one of several streams no key that is repeated by the same local value', async () => {
  const forEach = '  for_each = local.dbs\n\n'
  const locals = `
locals {
  dbs = { a = "TODO", b = "11111111-2222-3333-4444-555555555555" }
}
`
  const { after } = await mended(
    'invalid-kms-key-id',
    database(forEach, '[each.key]') +
      key('  description = join(",", keys(local.dbs))\n') +
      stream('each.value', forEach, 'aws_rds_cluster.main[each.key].arn') +
      locals,
  )
  expect(after).toContain('a = aws_kms_key.main_activity_stream.key_id,')
})

test('names no key in the input of a call that the key waits for', async () => {
  const files = {
    'main.tf': `module "das" {
  source = "./das"
  key    = "aws_kms_key.audit.key_id"
  arn    = aws_rds_cluster.main.arn
}

${key('  depends_on = [module.das]\n')}${database()}`,
    'das/main.tf': `variable "key" {}

variable "arn" {}
${stream('var.key', '', 'var.arn').replace(/\n\n {2}depends_on.*/, '')}`,
  }
  const { findings } = await lintFiles(files)
  const finding = findings.find(({ rule }) => rule === 'invalid-kms-key-id')
  expect(finding?.fix).toBeUndefined()
  expect(finding?.because).toContain('no patch: aws_kms_key.audit.key_id waits for module.das already')
})

test('names no cluster in a local value that the cluster is repeated by', async () => {
  const forEach = '  for_each = local.dbs\n\n'
  const locals = `
locals {
  dbs = {
    a = "aws_rds_cluster.main[\\"a\\"].arn"
    b = "aws_rds_cluster.main[\\"b\\"].arn"
  }
}
`
  const { finding, after } = await mended(
    'invalid-resource-arn',
    database(forEach, '[each.key]') + key('') + stream('aws_kms_key.audit.key_id', forEach, 'each.value') + locals,
  )
  expect(finding).toBeDefined()
  expect(after ?? '').not.toContain('a = aws_rds_cluster')
})
