import { expect, test } from 'vitest'
import { differences, type OrderableInstance } from '../../.ci/eligibility.mjs'

const orderable = (
  engine: string,
  version: string,
  name: string,
  modes: readonly string[],
  region = 'eu-west-1',
): OrderableInstance => ({
  Engine: engine,
  EngineVersion: version,
  DBInstanceClass: name,
  AvailabilityZones: [{ Name: `${region}a` }, { Name: `${region}b` }],
  SupportedActivityStreamModes: modes,
})

const MYSQL = orderable('aurora-mysql', '8.0.mysql_aurora.3.08.0', 'db.r6g.large', ['async'])
const POSTGRESQL = orderable('aurora-postgresql', '16.4', 'db.r6g.large', ['sync', 'async'])

test('what AWS says as the table does is no difference', () => {
  expect(
    differences([
      MYSQL,
      POSTGRESQL,
      orderable('aurora-mysql', '5.7.mysql_aurora.2.07.10', 'db.r5.large', []),
      orderable('aurora-postgresql', '16.4', 'db.t3.medium', []),
      orderable('aurora-postgresql', '16.4', 'db.r6gd.xlarge', []),
      orderable('aurora-postgresql', '16.4', 'db.serverless', []),
      orderable('aurora-postgresql', '16.4', 'db.r6g.large', [], 'ca-west-1'),
      orderable('mysql', '8.0.39', 'db.m5.large', []),
    ]),
  ).toEqual([])
})

test('a version, a class, a region and a mode that AWS says otherwise of are told', () => {
  expect(
    differences([
      MYSQL,
      POSTGRESQL,
      orderable('aurora-mysql', '8.0.mysql_aurora.3.99.0', 'db.r6g.large', []),
      orderable('aurora-mysql', '8.0.mysql_aurora.3.08.0', 'db.r12g.large', ['async', 'sync']),
      orderable('aurora-postgresql', '16.4', 'db.r13g.large', []),
      orderable('aurora-postgresql', '11.10', 'db.r6g.large', ['sync', 'async']),
      orderable('aurora-postgresql', '16.4', 'db.r6g.large', ['sync', 'async'], 'ca-west-1'),
      orderable('aurora-postgresql', '16.4', 'db.r6g.large', [], 'us-east-1'),
    ]),
  ).toEqual([
    'region ca-west-1: AWS offers streams there',
    'region us-east-1: AWS offers no streams there',
    'aurora-mysql 8.0.mysql_aurora.3.99.0: AWS says that it cannot stream',
    'aurora-mysql db.r12g: AWS says that it can stream',
    'aurora-mysql: AWS says that its modes are async, sync',
    'aurora-postgresql 11.10: AWS says that it can stream',
    'aurora-postgresql db.r13g: AWS says that it cannot stream',
  ])
})
