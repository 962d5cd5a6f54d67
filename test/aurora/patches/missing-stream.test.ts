/** Whole files, as the patch of a cluster without a stream leaves them; the fixtures hold that they are in order. */
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../src/finding.js'
import { lintFiles } from '../../lint/in-memory.js'
import { patched } from '../../patched.js'

type Texts = Readonly<Record<string, string>>

const findingsIn = async (files: Texts, rule = 'missing-activity-stream'): Promise<readonly Finding[]> =>
  (await lintFiles(files)).findings.filter((finding) => finding.rule === rule)

/** All patches of the rule together; a finding without one is an error. */
const mended = async (files: Texts, rule?: string): Promise<Texts> => {
  const findings = await findingsIn(files, rule)
  expect(findings.length).toBeGreaterThan(0)
  const edits = new Map(
    findings.flatMap(({ fix, because }) => {
      expect(fix, because.join('\n')).toBeDefined()
      expect(fix?.safety).toBe('unsafe')
      return (fix?.edits ?? []).map((edit) => [`${edit.source.path} ${edit.span.start} ${edit.text}`, edit] as const)
    }),
  )
  const bytes = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]))
  const after = patched(bytes, [...edits.values()])
  expect(await findingsIn(texts(after), rule)).toEqual([])
  return texts(after)
}

const texts = (files: Readonly<Record<string, Uint8Array>>): Texts =>
  Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes).toString()]))

/** Why there is none. */
const reasonIn = async (files: Texts, rule?: string): Promise<string | undefined> => {
  const [finding] = await findingsIn(files, rule)
  expect(finding?.fix).toBeUndefined()
  return finding?.because.find((text) => text.startsWith('no patch: '))?.slice('no patch: '.length)
}

const KEY = `resource "aws_kms_key" "audit" {
  description = "Database activity streams"
}
`

const cluster = (name: string, head = ''): string => `resource "aws_rds_cluster" "${name}" {
${head}  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
  master_username    = "orders_admin"
}
`

const instance = (name: string, head = '', of = `aws_rds_cluster.${name}`): string =>
  `resource "aws_rds_cluster_instance" "${name}" {
${head}  cluster_identifier = ${of}.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}
`

const stream = (name: string, key: string, head = ''): string =>
  `resource "aws_rds_cluster_activity_stream" "${name}" {
${head}  resource_arn = aws_rds_cluster.${name}.arn
  mode         = "async"
  kms_key_id   = ${key}

  depends_on = [aws_rds_cluster_instance.${name}]
}
`

const joined = (...blocks: readonly string[]): string => blocks.join('\n')

describe('a new stream', () => {
  test('stands behind the last instance of the cluster, with the key that is there for it', async () => {
    const before = joined(KEY, cluster('main'), instance('main'))
    const output = 'output "id" {\n  value = aws_rds_cluster.main.id\n}\n'
    expect(await mended({ 'main.tf': joined(before, output) })).toEqual({
      'main.tf': joined(before, stream('main', 'aws_kms_key.audit.key_id'), output),
    })
  })

  test('brings a key with rotation and an alias where there is none', async () => {
    const before = joined(cluster('orders-db'), instance('orders-db'))
    const key = `resource "aws_kms_key" "orders-db-activity-stream" {
  description         = "Database activity stream"
  enable_key_rotation = true
}

resource "aws_kms_alias" "orders-db-activity-stream" {
  name          = "alias/\${aws_rds_cluster.orders-db.cluster_identifier}-activity-stream"
  target_key_id = aws_kms_key.orders-db-activity-stream.key_id
}
`
    expect(await mended({ 'main.tf': before })).toEqual({
      'main.tf': joined(before, key, stream('orders-db', 'aws_kms_key.orders-db-activity-stream.key_id')),
    })
  })

  test('is where the cluster is, by its provider and its region', async () => {
    const place = '  provider           = aws.west\n  region             = "us-west-2"\n'
    const before = joined(
      'provider "aws" {\n  alias  = "west"\n  region = "us-west-1"\n}\n',
      cluster('main', place),
      instance('main', place),
    )
    const own = '  provider = aws.west\n\n'
    const key = `resource "aws_kms_key" "main_activity_stream" {
${own}  region              = "us-west-2"
  description         = "Database activity stream"
  enable_key_rotation = true
}

resource "aws_kms_alias" "main_activity_stream" {
${own}  region        = "us-west-2"
  name          = "alias/\${aws_rds_cluster.main.cluster_identifier}-activity-stream"
  target_key_id = aws_kms_key.main_activity_stream.key_id
}
`
    expect(await mended({ 'main.tf': before })).toEqual({
      'main.tf': joined(
        before,
        key,
        stream('main', 'aws_kms_key.main_activity_stream.key_id', `${own}  region       = "us-west-2"\n`),
      ),
    })
  })

  test.each([
    ['the cluster says its own region', '  region             = "us-west-2"\n', ''],
    ['the key says its own region', '', '  region      = "us-west-2"\n'],
  ])('leaves a key alone that may be elsewhere, where %s', async (_, own, keys) => {
    const key = KEY.replace('  description', `${keys}  description`)
    const before = joined(key, cluster('main', own), instance('main', own))
    const { 'main.tf': after } = await mended({ 'main.tf': before })
    expect(after).toContain('  kms_key_id   = aws_kms_key.main_activity_stream.key_id\n')
  })

  test('takes the key that says the same region', async () => {
    const region = 'variable "region" {\n  type = string\n}\n'
    const own = '  region             = var.region\n'
    const key = KEY.replace('  description', '  region      = var.region\n  description')
    const before = joined(region, key, cluster('main', own), instance('main', own))
    const { 'main.tf': after } = await mended({ 'main.tf': before })
    expect(after).toContain('  kms_key_id   = aws_kms_key.audit.key_id\n')
  })

  test('brings an instance where the cluster has none', async () => {
    const before = joined(KEY, cluster('main'))
    const added = `resource "aws_rds_cluster_instance" "main" {
  identifier         = "\${aws_rds_cluster.main.cluster_identifier}-1"
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  engine_version     = aws_rds_cluster.main.engine_version
  instance_class     = "db.r6g.large"
}
`
    expect(await mended({ 'main.tf': before })).toEqual({
      'main.tf': joined(before, added, stream('main', 'aws_kms_key.audit.key_id')),
    })
  })

  test('is made with OpenTofu where the cluster is', async () => {
    const enabled = '\n  lifecycle {\n    enabled = var.create\n  }\n}\n'
    const last = (block: string): string => `${block.slice(0, block.lastIndexOf('}'))}${enabled.slice(0)}`
    const before = joined(
      'variable "create" {\n  type    = bool\n  default = true\n}\n',
      KEY,
      last(cluster('main')),
      last(instance('main')),
    )
    expect(await mended({ 'main.tofu': before })).toEqual({
      'main.tofu': joined(before, last(stream('main', 'aws_kms_key.audit.key_id'))),
    })
  })
})

describe('no new stream', () => {
  test('for a cluster that has to be changed first, of which the hint speaks', async () => {
    const files = { 'main.tf': joined(KEY, cluster('main'), instance('main').replace('db.r6g.large', 'db.t4g.medium')) }
    expect(await reasonIn(files)).toBeUndefined()
  })

  test('where AWS has none, or does not list the instances', async () => {
    const region = 'provider "aws" {\n  region = "il-central-1"\n}\n'
    expect(await reasonIn({ 'main.tf': joined(region, cluster('main'), instance('main')) })).toBe(
      'it cannot have a stream: region il-central-1 has no activity streams',
    )
    const unlisted = instance('main').replace('db.r6g.large', 'db.r6gd.large')
    expect(await reasonIn({ 'main.tf': joined(cluster('main'), unlisted) })).toContain('does not list')
  })
})

describe('a stream that is turned off', () => {
  const switched = (name: string): string => `variable "${name}" {\n  type    = bool\n  default = false\n}\n`

  test('is turned on where a values file decides', async () => {
    const main = joined(
      switched('audited'),
      KEY,
      cluster('main'),
      instance('main'),
      stream('main', 'aws_kms_key.audit.key_id', '  count = var.audited ? 1 : 0\n\n'),
    )
    expect(await mended({ 'main.tf': main, 'terraform.tfvars': 'audited = false # for now\n' })).toEqual({
      'main.tf': main,
      'terraform.tfvars': 'audited = true # for now\n',
    })
  })

  test.each(['!var.quiet', 'var.audited && !var.quiet', '(var.audited == true)'])('by %s', async (condition) => {
    const main = joined(
      switched('audited'),
      switched('quiet').replace('false', 'true'),
      KEY,
      cluster('main'),
      instance('main'),
      stream('main', 'aws_kms_key.audit.key_id', `  count = ${condition} ? 1 : 0\n\n`),
    )
    await mended({ 'main.tf': main })
  })

  test('is left alone where more than it is decided', async () => {
    const main = joined(
      switched('production'),
      KEY,
      cluster('main', '  deletion_protection = var.production\n'),
      instance('main'),
      stream('main', 'aws_kms_key.audit.key_id', '  count = var.production ? 1 : 0\n\n'),
    )
    expect(await reasonIn({ 'main.tf': main })).toBe('var.production decides more than the stream')
  })
})

describe('a streamed cluster without an instance', () => {
  const rule = 'cluster-without-instance'

  test('gets one, for which the stream waits as well', async () => {
    const waiting = stream('main', 'aws_kms_key.audit.key_id').replace(
      'aws_rds_cluster_instance.main',
      'aws_kms_key.audit',
    )
    const after = await mended({ 'main.tf': joined(KEY, cluster('main'), waiting) }, rule)
    expect(after['main.tf']).toContain('  depends_on = [aws_kms_key.audit, aws_rds_cluster_instance.main]\n')
  })

  test('gets none where it is decided elsewhere how many there are', async () => {
    const files = {
      'main.tf': joined(
        KEY,
        cluster('main'),
        instance('main', '  count = 0\n\n'),
        stream('main', 'aws_kms_key.audit.key_id'),
      ),
    }
    expect(await reasonIn(files, rule)).toBe('aws_rds_cluster_instance.main is what makes its instances')
  })
})
