import { expect, test } from 'vitest'
import { diagnosticsText } from '../../src/report/diagnostics.js'
import { maskedIn } from '../../src/report/redact.js'
import { reporters } from '../../src/report/reporters.js'
import { lintFiles, verdicts } from './in-memory.js'

const MODULE = `variable "engine" {
  sensitive = true
}
variable "key" {
  sensitive = true
}
variable "identifier" {
  sensitive = true
}
resource "aws_rds_cluster" "main" {
  cluster_identifier = var.identifier
  engine             = var.engine
  master_password    = "hush-password"
}
resource "aws_rds_cluster" "twin" {
  cluster_identifier = var.identifier
  engine             = { aurora-mysql = "mysql" }[var.engine]
}
resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = var.identifier
}
resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = "arn:aws:rds:us-east-1:123456789012:cluster:\${var.identifier}"
  kms_key_id   = var.key
}
`

const ROOT = `variable "which" {
  type = bool
}
variable "from_file" {
  sensitive = true
}
variable "by_default" {
  sensitive = true
  default   = "hush-default"
}
module "m" {
  source     = "./m"
  engine     = "aurora-mysql-hush"
  identifier = "hush-identifier"
  key        = var.which ? "hush-one" : "hush-two"
}
resource "aws_rds_cluster" "other" {
  engine          = "aurora-postgresql"
  master_password = "hush-other"
}
resource "aws_rds_cluster_instance" "other" {
  cluster_identifier = aws_rds_cluster.other.id
}
resource "aws_rds_cluster_activity_stream" "file" {
  resource_arn = var.from_file
  kms_key_id   = var.from_file
}
resource "aws_rds_cluster_activity_stream" "default" {
  resource_arn = var.by_default
  kms_key_id   = var.by_default
}
`

test('what is sensitive is in no report, whatever it does', async () => {
  const report = await lintFiles({
    'main.tf': ROOT,
    'm/main.tf': MODULE,
    'terraform.tfvars': 'from_file = "hush-file"\n',
    'broken.tf': 'resource "aws_db_instance" "x" {\n  password = "hush-broken\n}\n',
  })
  // Something has to be said for there to be something to hide.
  expect(verdicts(report).filter((verdict) => verdict.startsWith('invalid-kms-key-id violation')).length).toBe(3)
  expect(report.diagnostics.length).toBeGreaterThan(0)
  const options = { color: false, columns: 200, quiet: false, category: 'test', repositoryPath: (path: string) => path }
  const shown = [
    ...Object.values(reporters).map((reporter) => reporter(report, options)),
    diagnosticsText(report.diagnostics, { color: false, columns: 200 }),
  ]
  expect(shown.length).toBeGreaterThanOrEqual(4)
  for (const text of shown) {
    expect(text.length).toBeGreaterThan(100)
    expect(text.match(/hush[\w-]*/g) ?? []).toEqual([])
  }
})

test('what is sensitive is not shown beside a mistake either, where the finding about it is suppressed', async () => {
  const report = await lintFiles({
    'main.tf': `module "m" {
  source = "./m"
  # tf-das-lint:ignore invalid-kms-key-id reason="known"
  key    = "hush.arn"
  broken = 1 }
`,
    // Only a module further down says that it is sensitive.
    'm/main.tf': 'variable "key" {}\nmodule "m" {\n  source = "./m"\n  key    = var.key\n}\n',
    'm/m/main.tf': `variable "key" {
  sensitive = true
}
resource "aws_rds_cluster" "main" {
  engine = "aurora-mysql"
}
resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  kms_key_id   = var.key
}
`,
  })
  expect(report.suppressed.map(({ finding }) => finding.rule)).toEqual(['invalid-kms-key-id'])
  const shown = diagnosticsText(report.diagnostics, { color: false, columns: 80, masked: maskedIn(report) })
  expect(shown).toContain('key    = ***')
  expect(shown).not.toContain('hush')
})

test('a key in quotes that is sensitive is not told by what it means', async () => {
  const { findings } = await lintFiles({
    'main.tf': `
variable "key" {
  type      = string
  sensitive = true
  default   = "aws_kms_key.audit.arn"
}

resource "aws_kms_key" "audit" {}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = "arn:aws:rds:us-east-1:123456789012:cluster:orders"
  mode         = "async"
  kms_key_id   = var.key
}
`,
  })
  expect(findings.map(({ rule }) => rule)).toEqual(['invalid-kms-key-id'])
  const [{ message, hint, fix } = { message: '', hint: '', fix: undefined }] = findings
  expect(`${message} ${hint}`).not.toContain('aws_kms_key.audit')
  expect(fix).toBeUndefined()
})

test('nor is the ARN of a cluster in quotes', async () => {
  const { findings } = await lintFiles({
    'main.tf': `
variable "arn" {
  type      = string
  sensitive = true
  default   = "aws_rds_cluster.orders.arn"
}

resource "aws_rds_cluster" "orders" {
  engine = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "orders" {
  cluster_identifier = aws_rds_cluster.orders.id
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = var.arn
  mode         = "async"
  depends_on   = [aws_rds_cluster_instance.orders]
}
`,
  })
  expect(findings.map(({ rule }) => rule)).toEqual(['invalid-resource-arn'])
  expect(findings.map(({ message, hint }) => `${message} ${hint}`).join()).not.toContain('aws_rds_cluster.orders')
  expect(findings.map(({ fix }) => fix)).toEqual([undefined])
})

test('nor is a key that a known module is given', async () => {
  const { findings } = await lintFiles({
    'main.tf': `
variable "key" {
  type      = string
  sensitive = true
  default   = "aws_kms_key.audit.arn"
}

resource "aws_kms_key" "audit" {}

module "orders" {
  source                  = "terraform-aws-modules/rds-aurora/aws"
  version                 = "10.2.0"
  engine                  = "aurora-postgresql"
  instances               = { writer = { instance_class = "db.r6g.large" } }
  cluster_activity_stream = { mode = "async", kms_key_id = var.key }
}
`,
  })
  expect(findings.map(({ path }) => path)).toEqual(['cluster_activity_stream.kms_key_id'])
  expect(findings.map(({ message, hint }) => `${message} ${hint}`).join()).not.toContain('aws_kms_key.audit')
  expect(findings.map(({ fix }) => fix)).toEqual([undefined])
})

test('nor is the cluster that a known module may make', async () => {
  const { findings } = await lintFiles({
    'main.tf': `
variable "arn" {
  type      = string
  sensitive = true
  default   = "arn:aws:rds:us-east-1:123456789012:cluster:hush-orders"
}

variable "name" {
  type = string
}

module "orders" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "10.2.0"
  engine  = "aurora-postgresql"
  name    = var.name
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = var.arn
  mode         = "async"
}
`,
  })
  const reasons = findings.flatMap(({ because }) => because)
  expect(reasons).toContain(
    'aws_rds_cluster_activity_stream.main may point at it: module.orders may make the cluster (sensitive)',
  )
  expect(reasons.join()).not.toContain('hush')
})
