import { describe, expect, test } from 'vitest'
import { instanceAddress } from '../../src/terraform/address.js'
import { evaluatorOf, localsOf, show } from './configured.js'

const KEY = 'resource "aws_kms_key" "main" {}\n'

describe('a reference keeps what it stands for', () => {
  test.each([
    ['a local in any order', 'later\n later = aws_kms_key.main.arn', 'local.later', '<aws_kms_key.main.arn>'],
    ['try', '1', 'try(aws_kms_key.main.arn, "")', '<aws_kms_key.main.arn>'],
    ['one over a splat', '1', 'one(aws_kms_key.main[*].arn)', '<aws_kms_key.main.arn>'],
    ['the old join', '1', 'join("", aws_kms_key.main.*.arn)', '<aws_kms_key.main.arn>'],
    ['element over concat', '1', 'element(concat(aws_kms_key.main[*].arn, [""]), 0)', '<aws_kms_key.main.arn>'],
    ['coalesce', '1', 'coalesce("", aws_kms_key.main.arn)', '<aws_kms_key.main.arn>'],
    ['merge and lookup', '1', 'lookup(merge({ a = 1 }, { b = aws_kms_key.main.arn }), "b")', '<aws_kms_key.main.arn>'],
    ['a legacy interpolation', '1', '"${aws_kms_key.main.arn}"', '<aws_kms_key.main.arn>'],
    ['a for and its key', '1', '{ for k in ["x"] : k => aws_kms_key.main.arn }["x"]', '<aws_kms_key.main.arn>'],
    [
      'a comparison with null',
      '1',
      'aws_kms_key.main.arn != null ? aws_kms_key.main.arn : "no"',
      '<aws_kms_key.main.arn>',
    ],
  ])('%s', async (_, extra, expression, expected) => {
    const other = extra === '1' ? '' : extra.split('\n')[1]
    const local = await localsOf({ 'main.tf': `${KEY}locals {\n  it = ${expression}\n ${other}\n}\n` })
    expect(local('it')).toBe(expected)
  })

  test('a string around it keeps the known parts', async () => {
    const local = await localsOf({ 'main.tf': `${KEY}locals {\n  it = "a-\${aws_kms_key.main.id}-b"\n}\n` })
    expect(local('it')).toBe('"a-<aws_kms_key.main.id>-b"')
  })

  test('an argument that is written is known, and still that attribute', async () => {
    const text =
      'resource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n}\nlocals {\n  it = upper(aws_rds_cluster.main.engine)\n  same = aws_rds_cluster.main.engine\n}\n'
    const local = await localsOf({ 'main.tf': text })
    expect([local('it'), local('same')]).toEqual(['"AURORA-MYSQL"', '<aws_rds_cluster.main.engine>'])
  })
})

describe('unknown is never no', () => {
  const VARIABLE = 'variable "x" {}\nvariable "y" {}\n'

  test.each([
    ['both arms are carried', 'var.x ? "a" : "b"', '("a" | "b")'],
    ['equal arms are one', 'var.x ? "a" : "a"', '"a"'],
    ['an arm that Terraform refuses is not taken', 'var.x ? "a" : tomap({}).missing', '"a"'],
    ['functions work on both arms', 'upper(var.x ? "a" : "b")', '("A" | "B")'],
    ['false && anything', 'false && var.x', 'false'],
    ['true || anything', 'true || var.x', 'true'],
    ['a value that is equal to itself', 'var.x == var.x', 'true'],
    ['two that need not be', 'var.x == var.y', '?var.x has no value; var.y has no value'],
    ['try of what is not known', 'try(var.x, "b")', '?var.x has no value'],
    ['a condition of a condition', 'var.x ? "a" : var.y ? "b" : "c"', '("a" | "b" | "c")'],
  ])('%s', async (_, expression, expected) => {
    const local = await localsOf({ 'main.tf': `${VARIABLE}locals {\n  it = ${expression}\n}\n` })
    expect(local('it')).toBe(expected)
  })

  test.each([
    // Terraform 1.11 says the same of each.
    ['an empty list of a type is no empty tuple', 'var.zones == []', 'false'],
    ['nor is a list that holds the same', 'var.one == ["a"]', 'false'],
    ['nor is an empty map an empty object', 'var.tags == {}', 'false'],
    ['nor what a function makes a list of', 'compact(["a"]) == ["a"]', 'false'],
    ['nor what a splat makes of a list', 'var.zones[*] == []', 'false'],
    ['nor what a condition gives beside an arm of another length', '(true ? [] : ["a"]) == []', 'false'],
    ['nor an object beside one with other attributes', '(false ? { a = 1 } : {}) == {}', 'false'],
    ['arms of one type keep it', '(true ? ["a"] : ["b"]) == ["a"]', 'true'],
    ['beside null, too', '(true ? [] : null) == []', 'true'],
    ['a list is equal to a list', 'var.one == tolist(["a"])', 'true'],
    ['without a type it stays a tuple', 'var.open == []', 'true'],
    ['a tuple that a loop makes is one', '[for zone in var.one : zone] == ["a"]', 'true'],
    ['a splat of a tuple is one', '[{ a = "x" }][*].a == ["x"]', 'true'],
    ['an object is equal to an object', '{ a = 1, b = 2 } == { b = 2, a = 1 }', 'true'],
    [
      'of two empty lists nobody knows it',
      'var.zones == tolist([])',
      '?two empty collections are equal only where they are of one type',
    ],
  ])('%s', async (_, expression, expected) => {
    const variables = `variable "zones" {
  type    = list(string)
  default = []
}
variable "one" {
  type    = list(string)
  default = ["a"]
}
variable "tags" {
  type    = map(string)
  default = {}
}
variable "open" {
  default = []
}
`
    const local = await localsOf({ 'main.tf': `${variables}locals {\n  it = ${expression}\n}\n` })
    expect(local('it')).toBe(expected)
  })

  test('what refers to itself is said to, and ends', async () => {
    const local = await localsOf({ 'main.tf': 'locals {\n  a = local.b\n  b = local.a\n}\n' })
    expect(local('a')).toBe('?local.a refers to itself')
  })

  test('a chain of a thousand locals ends with a word', async () => {
    const chain = Array.from({ length: 1000 }, (_, at) => `  l${at} = local.l${at + 1}`).join('\n')
    const local = await localsOf({ 'main.tf': `locals {\n${chain}\n  l1000 = "end"\n}\n` })
    expect(local('l950')).toBe('"end"')
    expect(local('l0')).toBe('?it leads through too many references and expressions within each other')
    // What was given up on the way there is known all the same when it is asked for itself.
    expect(local('l949')).toBe('"end"')
  })
})

describe('expansion', () => {
  const addresses = async (text: string): Promise<readonly string[]> => {
    const evaluator = await evaluatorOf({ 'main.tf': text })
    const resource = evaluator.root.module.resources.get('aws_kms_key.main')
    if (!resource) throw new Error('no such resource')
    return evaluator.instancesOf(evaluator.rootInstance, resource).map(instanceAddress)
  }
  const key = (argument: string): string => `resource "aws_kms_key" "main" {\n  ${argument}\n}\n`

  test.each([
    ['nothing', '', ['aws_kms_key.main']],
    ['count', 'count = 2', ['aws_kms_key.main[0]', 'aws_kms_key.main[1]']],
    ['none', 'count = 0', []],
    ['a set', 'for_each = toset(["b", "a"])', ['aws_kms_key.main["a"]', 'aws_kms_key.main["b"]']],
    [
      'a map with odd keys',
      'for_each = { "a.b" = 1, "$${c}" = 2 }',
      ['aws_kms_key.main["$${c}"]', 'aws_kms_key.main["a.b"]'],
    ],
    ['a derived map', 'for_each = { for k in ["x", "y"] : k => k if k != "x" }', ['aws_kms_key.main["y"]']],
    ['not known: the resource itself', 'count = var.n', ['aws_kms_key.main']],
  ])('%s', async (_, argument, expected) => {
    expect(await addresses(`variable "n" {}\n${key(argument)}`)).toEqual(expected)
  })

  test('ten thousand instances of something else are not looked at', async () => {
    const evaluator = await evaluatorOf({
      'main.tf':
        'resource "aws_instance" "many" {\n  count = 10000\n}\nlocals {\n  it = aws_instance.many[9999].arn\n}\n',
    })
    expect(show(evaluator.local(evaluator.rootInstance, 'it'))).toBe('<aws_instance.many[9999].arn>')
  })

  test.each([
    ['each.key of the same unknown map', 'aws_rds_cluster.main[each.key].arn', '<aws_rds_cluster.main[each].arn>'],
    ['a key of it that is known', 'aws_rds_cluster.main["a"].arn', '<aws_rds_cluster.main[any].arn>'],
    ['each.key of another map', 'aws_rds_cluster.main[each.value].arn', '<aws_rds_cluster.main[any].arn>'],
  ])('%s', async (_, expression, expected) => {
    const evaluator = await evaluatorOf({
      'main.tf': `variable "map" {}
resource "aws_rds_cluster" "main" {
  for_each = var.map
}
resource "aws_rds_cluster_activity_stream" "main" {
  for_each     = { for k, v in var.map : k => v }
  resource_arn = ${expression}
}
`,
    })
    const stream = evaluator.root.module.resources.get('aws_rds_cluster_activity_stream.main')
    const [instance] = stream ? evaluator.instancesOf(evaluator.rootInstance, stream) : []
    const arn = instance && evaluator.attribute(instance, 'resource_arn')
    expect(arn && show(arn)).toBe(expected)
  })
})

describe('modules', () => {
  const CHILD =
    'variable "key" {}\nresource "aws_rds_cluster" "this" {\n  kms_key_id = var.key\n}\noutput "arn" {\n  value = aws_rds_cluster.this.arn\n}\noutput "key" {\n  value = var.key\n}\n'

  test.each([
    ['an output', '', 'module.db.arn', '<module.db.aws_rds_cluster.this.arn>'],
    ['an input that comes out again', '', 'module.db.key', '<aws_kms_key.main.arn>'],
    [
      'one of several',
      'for_each = toset(["a", "b"])',
      'module.db["b"].arn',
      '<module.db["b"].aws_rds_cluster.this.arn>',
    ],
    [
      'all of them',
      'for_each = toset(["a", "b"])',
      'values(module.db)[*].arn',
      '[<module.db["a"].aws_rds_cluster.this.arn>, <module.db["b"].aws_rds_cluster.this.arn>]',
    ],
    ['a key that is not there', 'for_each = toset(["a"])', 'try(module.db["c"].arn, "none")', '"none"'],
    ['as a whole', '', 'module.db', '{arn = <module.db.aws_rds_cluster.this.arn>, key = <aws_kms_key.main.arn>}'],
  ])('%s', async (_, meta, expression, expected) => {
    const call = `module "db" {\n  source = "./db"\n  ${meta}\n  key = aws_kms_key.main.arn\n}\n`
    const local = await localsOf({ 'main.tf': `${KEY}${call}locals {\n  it = ${expression}\n}\n`, 'db/main.tf': CHILD })
    expect(local('it')).toBe(expected)
  })

  test.each([
    ['what the type of a variable keeps', 'object({ arn = string })', 'var.key.arn', '<aws_kms_key.main.arn>'],
    [
      'what it leaves out',
      'object({ arn = string })',
      'var.key.key_id',
      '!var.key.key_id: its type has no attribute "key_id"',
    ],
    ['that, tried', 'object({ arn = string })', 'try(var.key.key_id, "none")', '"none"'],
    ['that, looked up', 'object({ arn = string })', 'lookup(var.key, "key_id", "none")', '"none"'],
    [
      'through a local',
      'object({ arn = string })',
      'local.key.key_id',
      '!local.key.key_id: its type has no attribute "key_id"',
    ],
    [
      'through a for',
      'object({ arn = string })',
      '{ for name, key in { a = var.key } : name => key }["a"].key_id',
      '!{ for name, key in { a = var.key } : name => key }["a"].key_id: its type has no attribute "key_id"',
    ],
    [
      'through another variable',
      'object({ arn = string })',
      'module.inner.id',
      '!var.key.key_id: its type has no attribute "key_id"',
    ],
    ['an optional attribute', 'object({ key_id = optional(string) })', 'var.key.key_id', '<aws_kms_key.main.key_id>'],
    ['any type', 'any', 'var.key.key_id', '<aws_kms_key.main.key_id>'],
  ])('a resource that is handed in: %s', async (_, type, expression, expected) => {
    const inner = 'variable "key" {}\noutput "id" {\n  value = var.key.key_id\n}\n'
    const child = `variable "key" {\n  type = ${type}\n}\nlocals {\n  key = var.key\n}\nmodule "inner" {\n  source = "./inner"\n  key = var.key\n}\noutput "it" {\n  value = ${expression}\n}\n`
    const local = await localsOf({
      'main.tf': `${KEY}module "db" {\n  source = "./db"\n  key = aws_kms_key.main\n}\nlocals {\n  it = module.db.it\n}\n`,
      'db/main.tf': child,
      'db/inner/main.tf': inner,
      'db/inner/aurora.tf': 'resource "aws_rds_cluster" "unused" {\n  count = 0\n}\n',
    })
    expect(local('it')).toBe(expected)
  })

  test('one whose source is not at hand is not known, and says so', async () => {
    const local = await localsOf({
      'main.tf':
        'module "kms" {\n  source  = "terraform-aws-modules/kms/aws"\n  version = "3.0"\n}\nlocals {\n  it = module.kms.key_arn\n}\n',
    })
    expect(local('it')).toContain('terraform-aws-modules/kms/aws')
    expect(local('it')).toContain('terraform init')
  })

  test('a value remembers the outermost argument that handed it in', async () => {
    const inner = 'variable "key" {}\nresource "aws_kms_alias" "this" {\n  target_key_id = var.key\n}\n'
    const outer = `variable "key" {}\nmodule "inner" {\n  source = "./inner"\n  key = var.key\n}\n`
    const evaluator = await evaluatorOf({
      'main.tf': `${KEY}module "outer" {\n  source = "./outer"\n  key = aws_kms_key.main.arn\n}\n`,
      'outer/main.tf': outer,
      'outer/inner/main.tf': inner,
    })
    const call = evaluator.root.module.calls.get('outer')
    const [child] = call ? evaluator.childInstances(evaluator.rootInstance, call) : []
    const innerCall = child?.module.calls.get('inner')
    const [grandchild] = child && innerCall ? evaluator.childInstances(child, innerCall) : []
    const value = grandchild && evaluator.variable(grandchild, 'key')
    expect(value?.passed?.written?.source.path).toBe('main.tf')
    expect(value?.origin?.place?.source.path).toBe('main.tf')
  })
})
