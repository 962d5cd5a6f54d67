import { describe, expect, test } from 'vitest'
import { lintFiles, verdicts } from './in-memory.js'

const call = (source: string): string => `module "db" {\n  source = "${source}"\n}\n`

/** An Aurora cluster where the file is there, and says so. */
const clusterBy = (path: string): string => `resource "aws_rds_cluster" "main" {
  count  = fileexists("${path}") ? 1 : 0
  engine = jsondecode(file("${path}")).engine
}
`

const SETTINGS = '{ "engine": "aurora-postgresql" }'
const OTHER = '{ "engine": "mysql" }'

/** Of a file that a module names, with others of that name about. */
describe('paths are those of the root module, which Terraform runs in', () => {
  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    [
      'of a module beside it',
      {
        'envs/prod/main.tf': call('../../modules/db'),
        'modules/db/main.tf': clusterBy('${path.module}/db.json'),
        'modules/db/db.json': SETTINGS,
        'envs/prod/db.json': OTHER,
      },
      '.',
      'module.db.aws_rds_cluster.main[0]',
    ],
    [
      'of a module below it',
      {
        'envs/prod/main.tf': call('./db'),
        'envs/prod/db/main.tf': clusterBy('${path.module}/db.json'),
        'envs/prod/db/db.json': SETTINGS,
        'db/db.json': OTHER,
      },
      '.',
      'module.db.aws_rds_cluster.main[0]',
    ],
    [
      'of a directory above it',
      { 'envs/prod/main.tf': clusterBy('../db.json'), 'envs/db.json': SETTINGS, 'db.json': OTHER },
      '.',
      'aws_rds_cluster.main[0]',
    ],
    [
      'of a directory above it, linted from another one',
      { '../envs/prod/main.tf': clusterBy('../db.json'), '../envs/db.json': SETTINGS, '../db.json': OTHER },
      '..',
      'aws_rds_cluster.main[0]',
    ],
    [
      'of the root, for a module beside it',
      {
        'envs/prod/main.tf': call('../../modules/db'),
        'modules/db/main.tf': clusterBy('${path.root}/db.json'),
        'modules/db/db.json': OTHER,
        'envs/prod/db.json': SETTINGS,
      },
      '.',
      'module.db.aws_rds_cluster.main[0]',
    ],
    [
      'of a module that is linted by itself',
      { 'main.tf': clusterBy('${path.module}/db.json'), 'db.json': SETTINGS },
      '.',
      'aws_rds_cluster.main[0]',
    ],
  ])('%s', async (_, files, path, address) => {
    const report = await lintFiles(files, { paths: [path] })
    expect(verdicts(report)).toEqual([`missing-activity-stream violation ${address}`])
  })
})

test.each([
  ['as the environment says', 'dev', 'dev'],
  ['as it was selected, where the environment says nothing', undefined, 'prod'],
  ['as it was selected, where what the environment says is empty', '', 'prod'],
])('the workspace is %s', async (_, said, expected) => {
  const report = await lintFiles(
    {
      'main.tf':
        'resource "aws_rds_cluster" "main" {\n  for_each = toset([terraform.workspace])\n  engine = "aurora-mysql"\n}\n',
      '.terraform/environment': 'prod\n',
    },
    { environment: new Map(said === undefined ? [] : [['TF_WORKSPACE', said]]) },
  )
  expect(verdicts(report)).toEqual([`missing-activity-stream violation aws_rds_cluster.main["${expected}"]`])
})
