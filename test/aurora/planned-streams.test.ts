import { describe, expect, test } from 'vitest'
import { auroraView } from '../../src/aurora/view.js'
import { changed, declared, planned } from '../terraform/planned.js'

const ARN = 'arn:aws:rds:us-east-1:123456789012:cluster:orders'
const CLUSTER = 'aws_rds_cluster.main'
const STREAM = 'aws_rds_cluster_activity_stream.main'

const viewOf = (changes: readonly object[]) =>
  auroraView(planned({ resources: [declared(CLUSTER)] }, { resource_changes: changes }).evaluator, () => [])

const cluster = (actions: readonly string[], before: object | null = { arn: ARN }) =>
  changed(CLUSTER, { actions, before, after: { arn: ARN } })
const stream = (actions: readonly string[], before: object = { resource_arn: ARN }, address = STREAM) =>
  changed(address, { actions, before, after: null })

describe('a stream is removed', () => {
  test.each<[string, readonly object[], readonly string[]]>([
    ['from a cluster that stays', [cluster(['no-op']), stream(['delete'])], [STREAM]],
    ['from a cluster that changes', [cluster(['update']), stream(['delete'])], [STREAM]],
    ['from a cluster that Terraform forgets', [cluster(['forget']), stream(['delete'])], [STREAM]],
    ['by its id, which is the ARN too', [cluster(['no-op']), stream(['delete'], { id: ARN })], [STREAM]],
    ['not with its cluster', [cluster(['delete']), stream(['delete'])], []],
    ['not where its cluster is replaced', [cluster(['delete', 'create']), stream(['delete'])], []],
    ['not where its cluster is replaced the other way', [cluster(['create', 'delete']), stream(['delete'])], []],
    ['not where it is forgotten', [cluster(['no-op']), stream(['forget'])], []],
    ['not where it is replaced', [cluster(['no-op']), stream(['delete', 'create'])], []],
    [
      'not from a cluster that is elsewhere',
      [cluster(['no-op']), stream(['delete'], { resource_arn: `${ARN}-2` })],
      [],
    ],
    ['not from a cluster of which nothing was known', [cluster(['no-op'], {}), stream(['delete'], {})], []],
    ['not where the cluster is new', [cluster(['create'], null), stream(['delete'])], []],
  ])('%s', (_, changes, expected) => {
    expect(viewOf(changes).removedStreams.map(({ address }) => address)).toEqual(expected)
  })

  test('and another one made for the same cluster is its successor', () => {
    const made = changed('aws_rds_cluster_activity_stream.audit', {
      actions: ['create'],
      before: null,
      after: { resource_arn: ARN },
    })
    const [removed] = viewOf([cluster(['no-op']), made, stream(['delete'])]).removedStreams
    expect(removed?.successor).toBe('aws_rds_cluster_activity_stream.audit')
  })
})

test('without a plan nothing is removed', () => {
  expect(viewOf([]).removedStreams).toEqual([])
})

test('values that are sensitive or not known yet are not shown', () => {
  const view = viewOf([
    changed(CLUSTER, {
      actions: ['update'],
      before: { engine: 'a', master_username: 'secret', port: 1 },
      after: { engine: null, master_username: 'secret too', port: 2 },
      before_sensitive: { master_username: true },
      after_sensitive: { master_username: true },
      after_unknown: { engine: true },
    }),
  ])
  const change = view.clusters[0]?.change
  expect(change?.difference('engine')).toBe('from "a" to what is known only after apply')
  expect(change?.difference('master_username')).toBe('from (sensitive) to (sensitive)')
  expect(change?.difference('port')).toBe('from 1 to 2')
  expect(change?.difference('constructor')).toBe('from null to null')
})

test('a cluster that is there already says its region by its ARN', () => {
  const regions = (actions: readonly string[], before: object | null, after: object) =>
    viewOf([changed(CLUSTER, { actions, before, after })]).clusters.map(({ region }) => region)
  expect(regions(['no-op'], { arn: ARN }, { arn: ARN })).toEqual(['us-east-1'])
  expect(regions(['create'], null, {})).toEqual([undefined])
})
