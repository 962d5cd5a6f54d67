import { describe, expect, test } from 'vitest'
import { lintFiles, verdicts } from '../lint/in-memory.js'

const FIRING = 'kinesis-stream-name violation data.aws_kinesis_stream.audit'
const READER =
  'data "aws_kinesis_stream" "audit" {\n  name = "aws-rds-das-${aws_rds_cluster.main.cluster_identifier}"\n}\n'
const CLUSTER =
  'resource "aws_rds_cluster" "main" {\n  engine             = "mysql"\n  cluster_identifier = "orders"\n}\n'
const UNRELATED =
  'resource "aws_lambda_event_source_mapping" "jobs" {\n  event_source_arn = "arn:aws:sqs:us-east-1:123456789012:jobs"\n}\n'

/** More than are parsed without being asked for. */
const manyFiles = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [`part-${index}.tf`, `locals {\n  part_${index} = ${index}\n}\n`]),
)

describe('what reads a Kinesis stream', () => {
  test('is found in a file of its own of a large module', async () => {
    const report = await lintFiles({
      ...manyFiles,
      'cluster.tf': CLUSTER,
      'reader.tf': READER.replace('"aws-rds-das-${', 'format("aws-rds-%s-%s", "das", ').replace('}"', ')'),
    })
    expect(verdicts(report)).toEqual([FIRING])
    expect(report.stats.filesParsed).toBeLessThan(5)
  })

  test('makes no directory of interest that holds nothing of Aurora', async () => {
    const report = await lintFiles({ 'main.tf': UNRELATED })
    expect(report.stats.rootModules).toBe(0)
  })

  test('does so where such a name is written there', async () => {
    const report = await lintFiles({
      'main.tf': READER.replace('${aws_rds_cluster.main.cluster_identifier}', 'orders'),
    })
    expect(verdicts(report)).toEqual([FIRING])
  })

  test('is looked for in a module that is given something of a cluster, and in no other', async () => {
    const module =
      'variable "stream" {}\ndata "aws_kinesis_stream" "audit" {\n  name = join("-", ["aws-rds-das", var.stream])\n}\n'
    const files = (name: string) => ({
      'main.tf': `${CLUSTER}module "reader" {\n  source = "./reader"\n  stream = ${name}\n}\n`,
      'reader/main.tf': module,
    })
    expect(verdicts(await lintFiles(files('aws_rds_cluster.main.cluster_identifier')))).toEqual([
      FIRING.replace('data.', 'module.reader.data.'),
    ])
    const other = await lintFiles(files('"orders"'))
    expect(verdicts(other)).toEqual([])
    expect(other.stats.filesParsed).toBe(1)
  })
})
