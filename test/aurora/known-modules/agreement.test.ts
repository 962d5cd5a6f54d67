/** A call says the same of a cluster whether the module is known or was brought by terraform init: what it makes is what counts. */
import { describe, expect, test } from 'vitest'
import { lintFiles } from '../../lint/in-memory.js'

/** In the shape of the module from 8.5.0 to 9: what of it has to do with streams. */
const SOURCE = `
variable "create" { default = true }
variable "name" { default = "" }
variable "engine" { default = null }
variable "engine_mode" { default = "provisioned" }
variable "instances" { default = {} }
variable "instance_class" { default = "" }
variable "create_db_cluster_activity_stream" { default = false }
variable "db_cluster_activity_stream_mode" { default = null }
variable "db_cluster_activity_stream_kms_key_id" { default = null }

resource "aws_rds_cluster" "this" {
  count              = var.create ? 1 : 0
  cluster_identifier = var.name
  engine             = var.engine
  engine_mode        = var.engine_mode
}

resource "aws_rds_cluster_instance" "this" {
  for_each           = var.create ? var.instances : {}
  cluster_identifier = aws_rds_cluster.this[0].id
  engine             = var.engine
  instance_class     = try(each.value.instance_class, var.instance_class)
}

resource "aws_rds_cluster_activity_stream" "this" {
  count        = var.create && var.create_db_cluster_activity_stream ? 1 : 0
  resource_arn = aws_rds_cluster.this[0].arn
  mode         = var.db_cluster_activity_stream_mode
  kms_key_id   = var.db_cluster_activity_stream_kms_key_id
  depends_on   = [aws_rds_cluster_instance.this]
}

output "cluster_arn" {
  value = try(aws_rds_cluster.this[0].arn, null)
}
`

const MANIFEST = JSON.stringify({
  Modules: [
    { Key: '', Source: '', Dir: '.' },
    {
      Key: 'db',
      Source: 'registry.terraform.io/terraform-aws-modules/rds-aurora/aws',
      Version: '9.4.0',
      Dir: '.terraform/modules/db',
    },
  ],
})

const summaryOf = async (files: Readonly<Record<string, string>>) => {
  const { summary } = await lintFiles(files)
  const { clusters, auroraClusters, streamed, undecided } = summary
  return { clusters, auroraClusters, streamed, undecided }
}

const ON = `create_db_cluster_activity_stream = true
  db_cluster_activity_stream_mode = "async"
  db_cluster_activity_stream_kms_key_id = "1234abcd-12ab-34cd-56ef-1234567890ab"`
const ENGINE = 'engine = "aurora-postgresql"'
const stream = (arn: string, more = ''): string => `
resource "aws_rds_cluster_activity_stream" "outside" {
  ${more}
  resource_arn = ${arn}
  mode         = "async"
  kms_key_id   = "1234abcd-12ab-34cd-56ef-1234567890ab"
  depends_on   = [module.db]
}
`

describe.each([
  ['off', ENGINE, ''],
  ['on', `${ENGINE}\n  ${ON}`, ''],
  ['on by a text', `${ENGINE}\n  ${ON.replace('true', '"true"')}`, ''],
  ['on or off', `${ENGINE}\n  ${ON.replace('true', 'var.x')}`, 'variable "x" {}'],
  ['on in both arms', `${ENGINE}\n  ${ON.replace('true', 'var.x ? true : "true"')}`, 'variable "x" {}'],
  ['not created', `${ENGINE}\n  create = false`, ''],
  ['perhaps created', `${ENGINE}\n  create = var.x`, 'variable "x" {}'],
  ['another engine', 'engine = "mysql"', ''],
  ['an engine or another', 'engine = var.x ? "mysql" : "aurora-mysql"', 'variable "x" {}'],
  ['either Aurora engine', 'engine = var.x ? "aurora-postgresql" : "aurora-mysql"', 'variable "x" {}'],
  ['part of an engine', 'engine = "aurora-$' + '{var.x}"', 'variable "x" {}'],
  ['no engine', '', ''],
  ['count', `count = 3\n  ${ENGINE}`, ''],
  ['count and one stream', `count = 3\n  ${ENGINE}`, stream('module.db[1].cluster_arn')],
  ['count and as many streams', `count = 2\n  ${ENGINE}`, stream('module.db[count.index].cluster_arn', 'count = 2')],
  ['for_each', `for_each = { a = true, b = false }\n  ${ENGINE}\n  ${ON.replace('true', 'each.value')}`, ''],
  ['for_each and a stream', `for_each = toset(["a", "b"])\n  ${ENGINE}`, stream('module.db["a"].cluster_arn')],
  [
    'for_each over what nobody knows, on both',
    `for_each = var.x\n  ${ENGINE}`,
    `variable "x" {\n  type = set(string)\n}\n${stream('module.db[each.key].cluster_arn', 'for_each = var.x')}`,
  ],
  [
    'for_each over what nobody knows, on one',
    `for_each = var.x\n  ${ENGINE}`,
    `variable "x" {\n  type = set(string)\n}\n${stream('module.db["a"].cluster_arn')}`,
  ],
  ['a stream outside', ENGINE, stream('module.db.cluster_arn')],
  ['a stream outside, perhaps', ENGINE, `variable "x" {}\n${stream('module.db.cluster_arn', 'count = var.x ? 1 : 0')}`],
  [
    'a stream outside, of this or another',
    ENGINE,
    `variable "x" {}\n${stream('var.x ? module.db.cluster_arn : "arn:aws:rds:us-east-1:123456789012:cluster:other"')}`,
  ],
  ['a stream outside, through a local', ENGINE, `locals {\n  db = module.db\n}\n${stream('local.db.cluster_arn')}`],
])('%s', (_, inputs, beside) => {
  test('is the same', async () => {
    const main = `
module "db" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "9.4.0"
  ${inputs}
}
${beside}
`
    const known = await summaryOf({ 'main.tf': main })
    const read = await summaryOf({
      'main.tf': main,
      '.terraform/modules/modules.json': MANIFEST,
      '.terraform/modules/db/main.tf': SOURCE,
    })
    expect(known).toEqual(read)
  })
})
