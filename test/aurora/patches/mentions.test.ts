import { describe, expect, test } from 'vitest'
import { mentionsOf } from '../../../src/aurora/patches/mentions.js'
import { lintFiles } from '../../lint/in-memory.js'
import { evaluatorOf } from '../../terraform/configured.js'

/** What refers to `aws_rds_cluster_activity_stream.main` in the root module, and by which of its bytes. */
const mentions = async (text: string, path = 'main.tf'): Promise<readonly string[]> => {
  const { module } = (await evaluatorOf({ [path]: text })).rootInstance
  const resource = module.resources.get('aws_rds_cluster_activity_stream.main')
  if (!resource) throw new Error('there is no such stream')
  return mentionsOf(module, resource).map(
    ({ argument, place }) => `${argument.name}: ${place?.source.slice(place.span)}@${place?.span.start}`,
  )
}

const STREAM = 'resource "aws_rds_cluster_activity_stream" "main" {}\n'
const ADDRESS = 'aws_rds_cluster_activity_stream.main'
const placeIn = (text: string): number => text.lastIndexOf(ADDRESS) + ADDRESS.length - 'main'.length

describe('an entry of depends_on is one mention', () => {
  test.each([
    ['a resource', `resource "aws_kms_alias" "main" {\n  depends_on = [${ADDRESS}]\n}\n`],
    ['a resource, quoted', `resource "aws_kms_alias" "main" {\n  depends_on = ["${ADDRESS}"]\n}\n`],
    ['a call', `module "db" {\n  source     = "./db"\n  depends_on = [${ADDRESS}]\n}\n`],
    ['an output', `output "a" {\n  value      = 1\n  depends_on = [${ADDRESS}]\n}\n`],
  ])('of %s', async (_, block) => {
    const text = STREAM + block
    expect(await mentions(text)).toEqual([`depends_on: main@${placeIn(text)}`])
  })

  test('in JSON syntax', async () => {
    const text = JSON.stringify({
      resource: { aws_rds_cluster_activity_stream: { main: {} }, aws_kms_alias: { a: { depends_on: [ADDRESS] } } },
    })
    expect(await mentions(text, 'main.tf.json')).toEqual([`depends_on: main@${placeIn(text)}`])
  })

  test('beside the values of the same block', async () => {
    const output = `output "a" {\n  value      = ${ADDRESS}.id\n  depends_on = [${ADDRESS}]\n}\n`
    expect((await mentions(STREAM + output)).map((text) => text.split(':')[0])).toEqual(['value', 'depends_on'])
  })

  test('even in a list that is put together', async () => {
    const alias = `resource "aws_kms_alias" "main" {\n  depends_on = concat([${ADDRESS}], [])\n}\n`
    expect(await mentions(STREAM + alias)).toHaveLength(1)
  })
})

test('a mention that is no reference is not hidden behind one in depends_on', async () => {
  const stream = (name: string): string => `resource "aws_rds_cluster_activity_stream" "${name}" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = aws_kms_key.audit.key_id
  depends_on   = [aws_rds_cluster_instance.main]
}
`
  const { findings } = await lintFiles({
    'main.tf': `resource "aws_kms_key" "audit" {}

resource "aws_rds_cluster" "main" {
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}

${stream('main')}
${stream('second')}
moved {
  from = aws_rds_cluster_activity_stream.old
  to   = aws_rds_cluster_activity_stream.second
}

moved {
  from = aws_rds_cluster_activity_stream.older
  to   = aws_rds_cluster_activity_stream.main
}

output "names" {
  value = "none"

  depends_on = [aws_rds_cluster_activity_stream.second, aws_rds_cluster_activity_stream.main]
}
`,
  })
  const found = findings.filter(({ rule }) => rule === 'duplicate-activity-stream')
  expect(found).toHaveLength(1)
  expect(found[0]?.fix).toBeUndefined()
  expect(found[0]?.because).toContain('no patch: something else names aws_rds_cluster_activity_stream.second')
})
