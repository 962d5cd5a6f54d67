import { expect, test } from 'vitest'
import { accessTo } from '../plan/access.js'
import { memoryFileSystem } from '../terraform/load/memory-file-system.js'
import { changed, declared } from '../terraform/planned.js'
import { lintFiles } from './in-memory.js'

const ARN = 'arn:aws:rds:us-east-1:123456789012:cluster:orders'

test('what no block of the source holds any more is placed in the plan', async () => {
  const plan = {
    format_version: '1.2',
    planned_values: { root_module: {} },
    resource_changes: [
      changed('aws_rds_cluster.other', { actions: ['no-op'], after: { engine: 'mysql' } }),
      changed('aws_rds_cluster.main', { actions: ['forget'], before: { arn: ARN }, after: null }),
      changed('aws_rds_cluster_activity_stream.main', {
        actions: ['delete'],
        before: { resource_arn: ARN },
        after: null,
      }),
    ],
    configuration: {
      root_module: { resources: [declared('aws_rds_cluster.other', { engine: { constant_value: 'mysql' } })] },
    },
  }
  const files = {
    'main.tf': 'resource "aws_rds_cluster" "other" {\n  engine = "mysql"\n}\n',
    'plan.json': JSON.stringify(plan),
  }
  const fileSystem = memoryFileSystem(files)
  const { findings } = await lintFiles(files, {
    paths: ['plan.json'],
    fileSystem: { ...fileSystem, open: (path) => accessTo(fileSystem.read(path)) },
  })
  expect(findings.map(({ rule, location }) => ({ rule, location }))).toEqual([
    { rule: 'activity-stream-removed', location: { kind: 'document', file: 'plan.json' } },
  ])
})
