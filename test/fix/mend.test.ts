import { expect, test } from 'vitest'
import { mend } from '../../src/program.js'
import { memoryFileSystem } from '../terraform/load/memory-file-system.js'

test('smoke', async () => {
  const fileSystem = memoryFileSystem({
    'main.tf': `resource "aws_kms_key" "audit" {
  enable_key_rotation = true
}

resource "aws_rds_cluster" "main" {
  engine = "aurora-postgresql"
  engine_version = "15.4"
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  instance_class = "db.r6g.large"
  engine = "aurora-postgresql"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode = "async"
  kms_key_id = "aws_kms_key.audit.arn"
  depends_on = [aws_rds_cluster_instance.main]
}
`,
  })
  const mended = await mend({ paths: ['.'], fileSystem, environment: new Map(), variables: [], safety: 'unsafe' })
  expect(mended.before.findings.map(({ rule }) => rule)).toEqual(['invalid-kms-key-id'])
  expect(mended.after.findings).toEqual([])
  expect(mended.changes.map(({ after }) => after)).toEqual([])
})
