import { describe, expect, test } from 'vitest'
import type { Edit, Fix } from '../../src/finding.js'
import { lintFiles } from '../lint/in-memory.js'

interface Patched {
  readonly safety: Fix['safety']
  /** The lines that are new, without their indentation and but for blank ones: `main.tf: kms_key_id = aws_kms_key.main.key_id`. */
  readonly lines: readonly string[]
}

/** What the fixes of a rule's findings make of the files; `undefined` where a finding has none. */
const patched = async (
  rule: string,
  files: Readonly<Record<string, string>>,
): Promise<readonly (Patched | undefined)[]> => {
  const { findings, diagnostics } = await lintFiles(files, { only: [rule] })
  expect(diagnostics).toEqual([])
  return findings.map(({ fix }) => fix && { safety: fix.safety, lines: newLines(fix.edits) })
}

const newLines = (edits: readonly Edit[]): readonly string[] => {
  const sources = [...new Set(edits.map(({ source }) => source))]
  return sources.flatMap((source) => {
    const own = edits.filter((edit) => edit.source === source).sort((a, b) => b.span.start - a.span.start)
    const after = own.reduce(
      (text, { span, text: written }) => text.slice(0, span.start) + written + text.slice(span.end),
      source.text,
    )
    const before = new Map<string, number>()
    for (const line of source.text.split('\n')) before.set(line, (before.get(line) ?? 0) + 1)
    return after.split('\n').flatMap((line) => {
      const left = before.get(line) ?? 0
      before.set(line, left - 1)
      return left > 0 || line === '' ? [] : [`${source.path}: ${line.trim()}`]
    })
  })
}

const one = async (rule: string, files: Readonly<Record<string, string>>): Promise<Patched | undefined> => {
  const all = await patched(rule, files)
  expect(all).toHaveLength(1)
  return all[0]
}

const CLUSTER = 'resource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n}\n'
const stream = (key: string, arn = 'aws_rds_cluster.main.arn', more = ''): string =>
  `resource "aws_rds_cluster_activity_stream" "main" {\n  ${more}\n  resource_arn = ${arn}\n  kms_key_id = ${key}\n  mode = "async"\n}\n`
const STREAM_KEY = [
  'main.tf: kms_key_id = aws_kms_key.main_activity_stream.key_id',
  'main.tf: resource "aws_kms_key" "main_activity_stream" {',
  'main.tf: description         = "Database activity stream"',
  'main.tf: enable_key_rotation = true',
  'main.tf: }',
  'main.tf: resource "aws_kms_alias" "main_activity_stream" {',
  'main.tf: name          = "alias/${aws_rds_cluster.main.cluster_identifier}-activity-stream"',
  'main.tf: target_key_id = aws_kms_key.main_activity_stream.key_id',
  'main.tf: }',
]
const IGNORING = ['lifecycle {', 'ignore_changes = [kms_key_id]', '}']
const key = (name = 'main', more = ''): string => `resource "aws_kms_key" "${name}" {\n  ${more}\n}\n`

describe('a quoted key', () => {
  const RULE = 'invalid-kms-key-id'

  test.each([
    ['the ARN of a key', '"aws_kms_key.main.arn"', key(), 'safe', 'aws_kms_key.main.key_id'],
    ['the whole key', '"aws_kms_key.main"', key(), 'safe', 'aws_kms_key.main.key_id'],
    ['its ID', '"aws_kms_key.main.key_id"', key(), 'safe', 'aws_kms_key.main.key_id'],
    ['escaped', '"$${aws_kms_key.main.arn}"', key(), 'safe', 'aws_kms_key.main.key_id'],
    ['a typing mistake in the name', '"aws_kms_key.mian.arn"', key(), 'unsafe', 'aws_kms_key.main.key_id'],
    ['the nearest of two', '"aws_kms_key.maim.arn"', key() + key('backup'), 'unsafe', 'aws_kms_key.main.key_id'],
    [
      'a hyphen for an underscore',
      '"aws_kms_key.the-key.arn"',
      key('the_key') + key('other'),
      'unsafe',
      'aws_kms_key.the_key.key_id',
    ],
    ['with a count', '"aws_kms_key.main[0].arn"', key('main', 'count = 1'), 'safe', 'aws_kms_key.main[0].key_id'],
    [
      'without the only number',
      '"aws_kms_key.main.arn"',
      key('main', 'count = 1'),
      'safe',
      'aws_kms_key.main[0].key_id',
    ],
    [
      'without the only key',
      '"aws_kms_key.main.arn"',
      key('main', 'for_each = toset(["a"])'),
      'safe',
      'aws_kms_key.main["a"].key_id',
    ],
    [
      'with a key',
      '"aws_kms_key.main[\\"a\\"].arn"',
      key('main', 'for_each = toset(["a", "b"])'),
      'safe',
      'aws_kms_key.main["a"].key_id',
    ],
    [
      'a data source',
      '"data.aws_kms_key.main.arn"',
      'data "aws_kms_key" "main" {\n  key_id = "alias/a"\n}\n',
      'safe',
      'data.aws_kms_key.main.id',
    ],
    [
      'an alias',
      '"aws_kms_alias.main.arn"',
      'resource "aws_kms_alias" "main" {}\n',
      'safe',
      'aws_kms_alias.main.target_key_id',
    ],
    [
      'an external key',
      '"aws_kms_external_key.main.arn"',
      'resource "aws_kms_external_key" "main" {}\n',
      'safe',
      'aws_kms_external_key.main.id',
    ],
    ['a variable', '"var.key"', 'variable "key" {}\n', 'safe', 'var.key'],
    ['a local', '"local.key"', `locals {\n  key = aws_kms_key.main.key_id\n}\n${key()}`, 'safe', 'local.key'],
    ['a key in a module that is not there', '"module.kms.key_arn"', key(), 'unsafe', 'aws_kms_key.main.key_id'],
    ['another text', '"my key"', key(), 'unsafe', 'aws_kms_key.main.key_id'],
  ])('%s', async (_, written, more, safety, reference) => {
    const found = await one(RULE, { 'main.tf': CLUSTER + more + stream(written) })
    expect(found).toEqual({ safety, lines: [`main.tf: kms_key_id = ${reference}`] })
  })

  test.each([
    ['a name of which there are two as near', '"aws_kms_key.c.arn"', key('a') + key('b')],
    ['without one of the numbers', '"aws_kms_key.main.arn"', key('main', 'count = 2')],
    ['a variable that is not there', '"var.kee"', 'variable "key" {}\n'],
    ['nothing like a key', '"aws_kms_key.main.arn"', ''],
  ])('%s: a key of its own', async (_, written, more) => {
    const found = await one(RULE, { 'main.tf': CLUSTER + more + stream(written) })
    expect(found).toEqual({ safety: 'unsafe', lines: STREAM_KEY })
  })

  test('in both arms of a condition', async () => {
    const found = await one(RULE, {
      'main.tf': `variable "on" {}\n${CLUSTER}${key('a')}${key('b')}${stream('var.on ? "aws_kms_key.a.arn" : "aws_kms_key.b.arn"')}`,
    })
    expect(found).toEqual({
      safety: 'safe',
      lines: ['main.tf: kms_key_id = var.on ? aws_kms_key.a.key_id : aws_kms_key.b.key_id'],
    })
  })

  test('in a local: there', async () => {
    const found = await one(RULE, {
      'main.tf': `locals {\n  key = "aws_kms_key.main.arn"\n}\n${CLUSTER}${key()}${stream('local.key')}`,
    })
    expect(found?.lines).toEqual(['main.tf: key = aws_kms_key.main.key_id'])
  })

  test('in the default of a variable, which takes no reference: in the stream', async () => {
    const found = await one(RULE, {
      'main.tf': `variable "key" {\n  default = "aws_kms_key.main.arn"\n}\n${CLUSTER}${key()}${stream('var.key')}`,
    })
    expect(found).toEqual({ safety: 'unsafe', lines: ['main.tf: kms_key_id = aws_kms_key.main.key_id'] })
  })

  // What else reads it may need the ARN, which would have every plan replace the stream.
  const ARN = ['main.tf: key = aws_kms_key.main.arn', ...IGNORING.map((line) => `db/main.tf: ${line}`)]

  test.each<[string, string, Patched]>([
    ['that serves the stream alone', '', { safety: 'safe', lines: ['main.tf: key = aws_kms_key.main.key_id'] }],
    [
      'that serves the cluster, too',
      'resource "aws_rds_cluster" "second" {\n  engine = "aurora-mysql"\n  kms_key_id = var.key\n}\n',
      { safety: 'unsafe', lines: ARN },
    ],
    ['that is handed out, too', 'output "key" {\n  value = var.key\n}\n', { safety: 'unsafe', lines: ARN }],
    ['that a local holds, too', 'locals {\n  key = var.key\n}\n', { safety: 'unsafe', lines: ARN }],
  ])("an argument of a module's call %s: in the call", async (_, more, expected) => {
    const found = await one(RULE, {
      'main.tf': `${key()}module "db" {\n  source = "./db"\n  key = "aws_kms_key.main.arn"\n}\n`,
      'db/main.tf': `variable "key" {}\n${CLUSTER}${stream('var.key')}${more}`,
    })
    expect(found).toEqual(expected)
  })

  test('an argument that goes through two calls: in the outer one, with a reservation', async () => {
    const found = await one(RULE, {
      'main.tf': `${key()}module "outer" {\n  source = "./outer"\n  key = "aws_kms_key.main.arn"\n}\n`,
      'outer/main.tf': 'variable "key" {}\nmodule "db" {\n  source = "../db"\n  key = var.key\n}\n',
      'db/main.tf': `variable "key" {}\n${CLUSTER}${stream('var.key')}`,
    })
    expect(found).toEqual({ safety: 'unsafe', lines: ARN })
  })

  test('in JSON syntax it becomes a template', async () => {
    const found = await one(RULE, {
      'main.tf.json': `{
  "resource": {
    "aws_rds_cluster": { "main": { "engine": "aurora-mysql" } },
    "aws_kms_key": { "main": {} },
    "aws_rds_cluster_activity_stream": {
      "main": {
        "resource_arn": "\${aws_rds_cluster.main.arn}",
        "kms_key_id": "aws_kms_key.main.arn"
      }
    }
  }
}`,
    })
    expect(found).toEqual({ safety: 'safe', lines: ['main.tf.json: "kms_key_id": "${aws_kms_key.main.key_id}"'] })
  })
})

describe('a key that is named by its ARN', () => {
  const RULE = 'kms-key-forces-replacement'
  const ALIAS = 'resource "aws_kms_alias" "main" {\n  name = "alias/a"\n}\n'

  test.each([
    ['a reference', 'aws_kms_key.main.arn', key(), 'aws_kms_key.main.key_id'],
    ['as a template', '"${aws_kms_key.main.arn}"', key(), '"${aws_kms_key.main.key_id}"'],
    [
      'one of several',
      'aws_kms_key.main["a"].arn',
      key('main', 'for_each = toset(["a"])'),
      'aws_kms_key.main["a"].key_id',
    ],
    ['by a splat', 'one(aws_kms_key.main[*].arn)', key('main', 'count = 1'), 'one(aws_kms_key.main[*].key_id)'],
    [
      'by an old splat',
      'join("", aws_kms_key.main.*.arn)',
      key('main', 'count = 1'),
      'join("", aws_kms_key.main.*.key_id)',
    ],
    ['within try', 'try(aws_kms_key.main.arn, "")', key(), 'try(aws_kms_key.main.key_id, "")'],
    ['an alias', 'aws_kms_alias.main.arn', ALIAS, 'aws_kms_alias.main.target_key_id'],
    ["an alias's name", 'aws_kms_alias.main.name', ALIAS, 'aws_kms_alias.main.target_key_id'],
    ["an alias's key", 'aws_kms_alias.main.target_key_arn', ALIAS, 'aws_kms_alias.main.target_key_id'],
    [
      'a data source',
      'data.aws_kms_key.main.arn',
      'data "aws_kms_key" "main" {\n  key_id = "alias/a"\n}\n',
      'data.aws_kms_key.main.id',
    ],
  ])('%s', async (_, written, more, after) => {
    const found = await one(RULE, { 'main.tf': CLUSTER + more + stream(written) })
    expect(found).toEqual({ safety: 'safe', lines: [`main.tf: kms_key_id = ${after}`] })
  })

  test('in a local, which may serve others: in the stream', async () => {
    const found = await one(RULE, {
      'main.tf': `locals {\n  key = aws_kms_key.main.arn\n}\n${CLUSTER}${key()}${stream('local.key')}`,
    })
    expect(found).toEqual({ safety: 'safe', lines: ['main.tf: kms_key_id = aws_kms_key.main.key_id'] })
  })

  test("a module's output, which may serve others: stays, and the stream ignores changes", async () => {
    const found = await one(RULE, {
      'main.tf': `module "kms" {\n  source = "./kms"\n}\n${CLUSTER}${stream('module.kms.arn')}`,
      'kms/main.tf': `${key()}output "arn" {\n  value = aws_kms_key.main.arn\n}\n`,
    })
    expect(found).toEqual({ safety: 'unsafe', lines: IGNORING.map((line) => `main.tf: ${line}`) })
  })

  const SHARED: Patched = { safety: 'unsafe', lines: IGNORING.map((line) => `db/main.tf: ${line}`) }

  test.each<[string, string, Patched]>([
    ['that serves the stream alone', '', { safety: 'safe', lines: ['main.tf: key = aws_kms_key.main.key_id'] }],
    [
      'that decides whether there is a cluster',
      'resource "aws_rds_cluster" "second" {\n  engine = "aurora-mysql"\n  count = var.key == null ? 0 : 1\n}\n',
      SHARED,
    ],
    ['that serves another call', 'module "more" {\n  source = "../more"\n  key = var.key\n}\n', SHARED],
  ])("an argument of a module's call %s", async (_, more, expected) => {
    const found = await one(RULE, {
      'main.tf': `${key()}module "db" {\n  source = "./db"\n  key = aws_kms_key.main.arn\n}\n`,
      'db/main.tf': `variable "key" {}\n${CLUSTER}${stream('var.key', undefined, 'count = var.key == null ? 0 : 1')}${more}`,
      'more/main.tf': 'variable "key" {}\n',
    })
    expect(found).toEqual(expected)
  })

  test.each([
    ['in another region, whose ID means nothing here: another key', 'us-east-1', STREAM_KEY],
    ['perhaps in another region', '${var.region}', ['main.tf: kms_key_id = aws_kms_key.main.key_id']],
  ])('a key %s', async (_, region, lines) => {
    const providers = `provider "aws" {\n  region = "eu-west-1"\n}\nprovider "aws" {\n  alias = "us"\n  region = "${region}"\n}\n`
    const found = await one(RULE, {
      'main.tf': `variable "region" {}\n${providers}${CLUSTER}${key('main', 'provider = aws.us')}${stream('aws_kms_key.main.arn')}`,
    })
    expect(found).toEqual({ safety: 'unsafe', lines })
  })

  test('a literal of which nobody knows whether it is of this region and account', async () => {
    const arn = '"arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"'
    const lines = IGNORING.map((line) => `main.tf: ${line}`)
    expect(await one(RULE, { 'main.tf': CLUSTER + stream(arn) })).toEqual({ safety: 'unsafe', lines })
  })

  test('in JSON syntax within the template', async () => {
    const found = await one(RULE, {
      'main.tf.json': `{
  "resource": {
    "aws_rds_cluster": { "main": { "engine": "aurora-mysql" } },
    "aws_kms_key": { "main": {} },
    "aws_rds_cluster_activity_stream": {
      "main": {
        "resource_arn": "\${aws_rds_cluster.main.arn}",
        "kms_key_id": "\${aws_kms_key.main.arn}"
      }
    }
  }
}`,
    })
    expect(found).toEqual({ safety: 'safe', lines: ['main.tf.json: "kms_key_id": "${aws_kms_key.main.key_id}"'] })
  })
})

describe('a cluster that is named otherwise than by its ARN', () => {
  const RULE = 'invalid-resource-arn'
  const ID = '"1234abcd-12ab-34cd-56ef-1234567890ab"'
  const many = (meta: string): string =>
    `resource "aws_rds_cluster" "many" {\n  engine = "aurora-mysql"\n  ${meta}\n}\n`

  test.each([
    ['its id', 'aws_rds_cluster.main.id', '', 'aws_rds_cluster.main.arn'],
    ['its identifier', 'aws_rds_cluster.main.cluster_identifier', '', 'aws_rds_cluster.main.arn'],
    ['quoted', '"aws_rds_cluster.main.arn"', '', 'aws_rds_cluster.main.arn'],
    ['quoted, of another attribute', '"aws_rds_cluster.main.id"', '', 'aws_rds_cluster.main.arn'],
    ['quoted, as a whole', '"aws_rds_cluster.main"', '', 'aws_rds_cluster.main.arn'],
    ['quoted, escaped', '"$${aws_rds_cluster.main.arn}"', '', 'aws_rds_cluster.main.arn'],
    ['quoted, of several', '"aws_rds_cluster.many[1].arn"', many('count = 2'), 'aws_rds_cluster.many[1].arn'],
    [
      'quoted, by key',
      '"aws_rds_cluster.many[\\"a\\"].id"',
      many('for_each = toset(["a"])'),
      'aws_rds_cluster.many["a"].arn',
    ],
    ['quoted, of a local', '"local.arn"', 'locals {\n  arn = aws_rds_cluster.main.arn\n}\n', 'local.arn'],
    ['by a splat', 'one(aws_rds_cluster.many[*].id)', many('count = 1'), 'one(aws_rds_cluster.many[*].arn)'],
    ['within try', 'try(aws_rds_cluster.main.id, null)', '', 'try(aws_rds_cluster.main.arn, null)'],
    ['by index', 'aws_rds_cluster.many[0].id', many('count = 1'), 'aws_rds_cluster.many[0].arn'],
    ['by a local', 'local.id', 'locals {\n  id = aws_rds_cluster.main.id\n}\n', 'aws_rds_cluster.main.arn'],
    ['its endpoint', 'aws_rds_cluster.main.endpoint', '', 'aws_rds_cluster.main.arn'],
  ])('%s', async (_, written, more, after) => {
    const found = await one(RULE, { 'main.tf': CLUSTER + more + stream(ID, written) })
    expect(found).toEqual({ safety: 'safe', lines: [`main.tf: resource_arn = ${after}`] })
  })

  test.each([
    ['something else', 'aws_db_instance.main.arn', 'resource "aws_db_instance" "main" {}\n'],
    ['a literal', '"audit"', ''],
    ['an ARN of something else', '"arn:aws:s3:::bucket"', ''],
    ['a quoted name of nothing', '"aws_rds_cluster.nothing.arn"', ''],
    [
      "a quoted variable whose name is somebody else's",
      '"local.it.id"',
      'locals {\n  it = { identity = aws_rds_cluster.main.id }\n}\n',
    ],
  ])('%s has no patch', async (_, written, more) => {
    expect(await one(RULE, { 'main.tf': CLUSTER + more + stream(ID, written) })).toBeUndefined()
  })

  test('both arms of a condition are mended together', async () => {
    const found = await one(RULE, {
      'main.tf': `variable "on" {}\n${CLUSTER}${many('')}${stream(ID, 'var.on ? aws_rds_cluster.main.id : "aws_rds_cluster.many.arn"')}`,
    })
    expect(found).toEqual({
      safety: 'safe',
      lines: ['main.tf: resource_arn = var.on ? aws_rds_cluster.main.arn : aws_rds_cluster.many.arn'],
    })
  })

  test('an arm without a patch leaves the other as it is', async () => {
    const found = await one(RULE, {
      'main.tf': `variable "on" {}\n${CLUSTER}${stream(ID, 'var.on ? aws_rds_cluster.main.id : "audit"')}`,
    })
    expect(found).toBeUndefined()
  })

  test("an argument of a module's call: in the call", async () => {
    const found = await one(RULE, {
      'main.tf': `${CLUSTER}module "audit" {\n  source = "./audit"\n  arn = aws_rds_cluster.main.id\n}\n`,
      'audit/main.tf': `variable "arn" {}\n${stream(ID, 'var.arn')}`,
    })
    expect(found?.lines).toEqual(['main.tf: arn = aws_rds_cluster.main.arn'])
  })

  test('through an argument of another resource, which the stream goes on to wait for', async () => {
    const found = await one(RULE, {
      'main.tf': `${CLUSTER}resource "terraform_data" "it" {\n  input = aws_rds_cluster.main.id\n}\n${stream(ID, 'terraform_data.it.input')}`,
    })
    expect(found).toEqual({
      safety: 'safe',
      lines: ['main.tf: resource_arn = aws_rds_cluster.main.arn', 'main.tf: depends_on = [terraform_data.it]'],
    })
  })

  test('a value that an instance reads, too, is not changed by itself', async () => {
    const instance = (identifier: string): string =>
      `resource "aws_rds_cluster_instance" "main" {\n  cluster_identifier = ${identifier}\n}\n`
    const byCall = await one(RULE, {
      'main.tf': `${CLUSTER}module "audit" {\n  source = "./audit"\n  id = aws_rds_cluster.main.id\n}\n`,
      'audit/main.tf': `variable "id" {}\n${instance('var.id')}${stream(ID, 'var.id')}`,
    })
    const byLocal = await one(RULE, {
      'main.tf': `locals {\n  id = "aws_rds_cluster.main.id"\n}\n${CLUSTER}${instance('local.id')}${stream(ID, 'local.id')}`,
    })
    expect([byCall, byLocal]).toEqual([
      undefined,
      { safety: 'safe', lines: ['main.tf: resource_arn = aws_rds_cluster.main.arn'] },
    ])
  })
})

test('a quoted key in a local that the cluster reads, too, is not changed by itself', async () => {
  const found = await one('invalid-kms-key-id', {
    'main.tf': `locals {\n  key = "aws_kms_key.main.arn"\n}\nresource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n  kms_key_id = local.key\n}\n${key()}${stream('local.key')}`,
  })
  expect(found).toEqual({ safety: 'safe', lines: ['main.tf: kms_key_id = aws_kms_key.main.key_id'] })
})
