import { describe, expect, test } from 'vitest'
import { lintFiles, verdicts } from '../lint/in-memory.js'
import { joined } from './joined.js'

const VARIABLES = ['x', 'y', 'n', 'm', 'on', 'off', 'name', 'other', 'region', 'account']
  .map((name) => `variable "${name}" {}\n`)
  .join('')
  .concat('locals {\n  on = var.on\n}\n')
const cluster = (name: string, content = ''): string =>
  `resource "aws_rds_cluster" "${name}" {\n  engine = "aurora-mysql"\n  ${content}\n}\n`
const stream = (arn: string, content = '', name = 'main'): string =>
  `resource "aws_rds_cluster_activity_stream" "${name}" {\n  ${content}\n  resource_arn = ${arn}\n}\n`

describe('a cluster and a stream of which nobody knows how many there are', () => {
  const OF = 'aws_rds_cluster.main'

  test.each([
    ['the same map', 'for_each = var.x', 'for_each = var.x', `${OF}[each.key].arn`, 'yes'],
    ['the same set', 'for_each = toset(var.x)', 'for_each = toset(var.x)', `${OF}[each.key].arn`, 'yes'],
    ['each.value of a set', 'for_each = toset(var.x)', 'for_each = toset(var.x)', `${OF}[each.value].arn`, 'yes'],
    ['each.value of a map', 'for_each = var.x', 'for_each = var.x', `${OF}[each.value].arn`, 'undecided'],
    [
      'a map with other values',
      'for_each = var.x',
      'for_each = { for k, v in var.x : k => 1 }',
      `${OF}[each.key].arn`,
      'yes',
    ],
    [
      'the map on the cluster derived',
      'for_each = { for k, v in var.x : k => 1 }',
      'for_each = var.x',
      `${OF}[each.key].arn`,
      'yes',
    ],
    [
      'a filtered map',
      'for_each = var.x',
      'for_each = { for k, v in var.x : k => v if v.audited }',
      `${OF}[each.key].arn`,
      'undecided',
    ],
    [
      'both filtered alike',
      'for_each = { for k, v in var.x : k => v if v.on }',
      'for_each = { for k, v in var.x : k => v if v.on }',
      `${OF}[each.key].arn`,
      'yes',
    ],
    [
      'both filtered, each by another attribute',
      'for_each = { for k, v in var.x : k => v if v.on }',
      'for_each = { for k, v in var.x : k => v if v.off }',
      `${OF}[each.key].arn`,
      'undecided',
    ],
    ['two variables', 'for_each = var.x', 'for_each = var.y', `${OF}[each.key].arn`, 'undecided'],
    ['sets of two variables', 'for_each = toset(var.x)', 'for_each = toset(var.y)', `${OF}[each.key].arn`, 'undecided'],
    ['the clusters themselves', 'for_each = var.x', `for_each = ${OF}`, 'each.value.arn', 'yes'],
    ['the clusters themselves, by key', 'for_each = var.x', `for_each = ${OF}`, `${OF}[each.key].arn`, 'yes'],
    [
      'sets of names',
      'for_each = toset([for o in var.x : o.name])',
      'for_each = toset([for o in var.x : o.name])',
      `${OF}[each.key].arn`,
      'yes',
    ],
    [
      'sets of names, by splat',
      'for_each = toset(var.x[*].name)',
      'for_each = toset(var.x[*].name)',
      `${OF}[each.key].arn`,
      'yes',
    ],
    [
      'sets of two attributes',
      'for_each = toset([for o in var.x : o.name])',
      'for_each = toset([for o in var.x : o.id])',
      `${OF}[each.key].arn`,
      'undecided',
    ],
    [
      'sets of two attributes, by value',
      'for_each = toset([for o in var.x : o.name])',
      'for_each = toset([for o in var.x : o.id])',
      `${OF}[each.value].arn`,
      'undecided',
    ],
    [
      'a prefix before the keys of one',
      'for_each = toset(var.x)',
      'for_each = toset([for k in var.x : "a-${k}"])',
      `${OF}[each.key].arn`,
      'undecided',
    ],
    [
      'a map by two attributes',
      'for_each = { for o in var.x : o.name => o }',
      'for_each = { for o in var.x : o.id => o }',
      `${OF}[each.key].arn`,
      'undecided',
    ],
    [
      'a map by one attribute',
      'for_each = { for o in var.x : o.name => o }',
      'for_each = { for o in var.x : o.name => o.size }',
      `${OF}[each.key].arn`,
      'yes',
    ],
    ['one key of many', 'for_each = var.x', '', `${OF}["a"].arn`, 'undecided'],
    ['an unknown key of many', 'for_each = var.x', '', `${OF}[var.name].arn`, 'undecided'],
    ['no stream at all', 'for_each = var.x', 'for_each = {}', `${OF}[each.key].arn`, 'no'],
    [
      'the length of what is left',
      'count = length(var.x)',
      'count = length(compact(var.x))',
      `${OF}[count.index].arn`,
      'undecided',
    ],
    [
      'the length of the distinct',
      'count = length(var.x)',
      'count = length(distinct(var.x))',
      `${OF}[count.index].arn`,
      'undecided',
    ],
    ['a slice', 'for_each = toset(var.x)', 'for_each = toset(slice(var.x, 0, 1))', `${OF}[each.key].arn`, 'undecided'],
    [
      'a set without one',
      'for_each = toset(var.x)',
      'for_each = setsubtract(toset(var.x), ["a"])',
      `${OF}[each.key].arn`,
      'undecided',
    ],
    ['the values of a map', 'for_each = var.x', 'for_each = toset(values(var.x))', `${OF}[each.key].arn`, 'undecided'],
    [
      'a map turned round',
      'for_each = var.x',
      'for_each = { for k, v in var.x : v => k }',
      `${OF}[each.key].arn`,
      'undecided',
    ],
    ['a merge', 'for_each = var.x', 'for_each = merge(var.x, { more = 1 })', `${OF}[each.key].arn`, 'undecided'],
    [
      'keys in upper case',
      'for_each = toset(var.x)',
      'for_each = toset([for k in var.x : upper(k)])',
      `${OF}[each.key].arn`,
      'undecided',
    ],
    ['a part of an object', 'for_each = var.x.a', 'for_each = var.x.b', `${OF}[each.key].arn`, 'undecided'],
    ['the same part of an object', 'for_each = var.x.a', 'for_each = var.x.a', `${OF}[each.key].arn`, 'yes'],
    [
      'parts by two unknown keys',
      'for_each = var.x[var.name]',
      'for_each = var.x[var.other]',
      `${OF}[each.key].arn`,
      'undecided',
    ],
    ['the same number of text', 'count = var.n', 'count = tonumber(var.n)', `${OF}[count.index].arn`, 'yes'],
    ['a map and its keys', 'for_each = var.x', 'for_each = toset(keys(var.x))', `${OF}[each.key].arn`, 'yes'],
    ['the keys and their map', 'for_each = toset(keys(var.x))', 'for_each = var.x', `${OF}[each.key].arn`, 'yes'],
    [
      'sets of two attributes, by splat',
      'for_each = toset(var.x[*].name)',
      'for_each = toset(var.x[*].id)',
      `${OF}[each.key].arn`,
      'undecided',
    ],
    [
      'a list and its set, counted',
      'count = length(var.x)',
      'count = length(toset(var.x))',
      `${OF}[count.index].arn`,
      'undecided',
    ],
    [
      'a list by number',
      'for_each = toset(var.x)',
      'for_each = { for i, k in var.x : i => k }',
      `${OF}[each.key].arn`,
      'undecided',
    ],
    ['the same number', 'count = var.n', 'count = var.n', `${OF}[count.index].arn`, 'yes'],
    ['two numbers', 'count = var.n', 'count = var.m', `${OF}[count.index].arn`, 'undecided'],
    ['one more', 'count = var.n', 'count = var.n + 1', `${OF}[count.index].arn`, 'undecided'],
    ['the same length', 'count = length(var.x)', 'count = length(var.x)', `${OF}[count.index].arn`, 'yes'],
    ['two lengths', 'count = length(var.x)', 'count = length(var.y)', `${OF}[count.index].arn`, 'undecided'],
    ['the number of clusters', 'count = var.n', `count = length(${OF})`, `${OF}[count.index].arn`, 'yes'],
    ['the number of ARNs', 'count = var.n', `count = length(${OF}[*].arn)`, `${OF}[count.index].arn`, 'yes'],
    ['the first of many', 'count = var.n', '', `${OF}[0].arn`, 'undecided'],
    ['the next of many', 'count = var.n', 'count = var.n', `${OF}[count.index + 1].arn`, 'undecided'],
    ['the same switch', 'count = var.on ? 1 : 0', 'count = var.on ? 1 : 0', `${OF}[0].arn`, 'yes'],
    ['two switches', 'count = var.on ? 1 : 0', 'count = var.off ? 1 : 0', `${OF}[0].arn`, 'undecided'],
    ['the switch and its opposite', 'count = var.on ? 1 : 0', 'count = var.on ? 0 : 1', `${OF}[0].arn`, 'undecided'],
    [
      'the switch and one more',
      'count = var.on ? 1 : 0',
      'count = var.on && var.off ? 1 : 0',
      `${OF}[0].arn`,
      'undecided',
    ],
    ['the one there may be', 'count = var.on ? 1 : 0', '', `one(${OF}[*].arn)`, 'yes'],
    [
      'the switch, compared',
      'count = var.on == true ? 1 : 0',
      'count = var.on != true ? 1 : 0',
      `${OF}[0].arn`,
      'undecided',
    ],
    ['the switch, negated', 'count = var.on ? 1 : 0', 'count = !var.on ? 1 : 0', `${OF}[0].arn`, 'undecided'],
    ['the switch by local', 'count = local.on ? 1 : 0', 'count = var.on ? 1 : 0', `${OF}[0].arn`, 'yes'],
    ['one or two by a switch', 'count = var.on ? 1 : 2', 'count = var.on ? 1 : 2', `${OF}[count.index].arn`, 'yes'],
    ['one or two, the second', 'count = var.on ? 1 : 2', '', `${OF}[1].arn`, 'undecided'],
    ['a switch on the stream alone', '', 'count = var.on ? 1 : 0', `${OF}.arn`, 'undecided'],
    ['a switch that changes nothing', '', 'count = var.on ? 1 : 1', `${OF}.arn`, 'yes'],
    ['a map on the stream alone', '', 'for_each = var.x', `${OF}.arn`, 'undecided'],
    [
      'a set with one or no key',
      'for_each = var.on ? toset(["a"]) : toset([])',
      'for_each = var.on ? toset(["a"]) : toset([])',
      `${OF}[each.key].arn`,
      'yes',
    ],
  ])('%s', async (_, ofCluster, ofStream, arn, verdict) => {
    const { coverage } = await joined({ 'main.tf': VARIABLES + cluster('main', ofCluster) + stream(arn, ofStream) })
    expect(coverage).toEqual([`main: ${verdict}`])
  })

  test.each([
    ['one key known', 'for_each = toset(["a", "b"])', '', `${OF}["a"].arn`, ['main["a"]: yes', 'main["b"]: no']],
    [
      'a derived set without one',
      'for_each = toset(["a", "b"])',
      'for_each = toset([for k in ["a", "b"] : k if k != "b"])',
      `${OF}[each.key].arn`,
      ['main["a"]: yes', 'main["b"]: no'],
    ],
    [
      'an unknown map over known clusters',
      'for_each = toset(["a", "b"])',
      'for_each = var.x',
      `${OF}[each.key].arn`,
      ['main["a"]: undecided', 'main["b"]: undecided'],
    ],
    [
      'an unknown key',
      'for_each = toset(["a", "b"])',
      '',
      `${OF}[var.name].arn`,
      ['main["a"]: undecided', 'main["b"]: undecided'],
    ],
    [
      'the first two of three',
      'count = 3',
      'count = 2',
      `${OF}[count.index].arn`,
      ['main[0]: yes', 'main[1]: yes', 'main[2]: no'],
    ],
    [
      'the last two of three',
      'count = 3',
      'count = 2',
      `${OF}[count.index + 1].arn`,
      ['main[0]: no', 'main[1]: yes', 'main[2]: yes'],
    ],
    [
      'element, which begins anew',
      'count = 2',
      'count = 3',
      `element(${OF}[*].arn, count.index)`,
      ['main[0]: yes', 'main[1]: yes'],
    ],
    ['a number given as text', 'count = 1', 'count = "1"', `${OF}["0"].arn`, ['main[0]: yes']],
    [
      'keys that are numbers',
      'for_each = { 0 = "a", 1 = "b" }',
      '',
      `${OF}["1"].arn`,
      ['main["0"]: no', 'main["1"]: yes'],
    ],
    [
      'by value',
      'for_each = { a = "x", b = "y" }',
      'for_each = { x = "b" }',
      `${OF}[each.value].arn`,
      ['main["a"]: no', 'main["b"]: yes'],
    ],
  ])('known clusters: %s', async (_, ofCluster, ofStream, arn, expected) => {
    const { coverage } = await joined({ 'main.tf': VARIABLES + cluster('main', ofCluster) + stream(arn, ofStream) })
    expect(coverage).toEqual(expected)
  })

  const DB = `${cluster('this')}output "arn" {\n  value = aws_rds_cluster.this.arn\n}\n`
  const AUDIT = `variable "arn" {}\n${stream('var.arn', '', 'this')}`

  test.each([
    [
      'both inside',
      'for_each = var.x',
      `${DB}${stream('aws_rds_cluster.this.arn', '', 'this')}`,
      undefined,
      ['module.db.this: yes'],
    ],
    [
      'sibling calls of the same map',
      'for_each = var.x',
      DB,
      'for_each = var.x\n  arn = module.db[each.key].arn',
      ['module.db.this: yes'],
    ],
    [
      'a sibling call over the other',
      'for_each = var.x',
      DB,
      'for_each = module.db\n  arn = each.value.arn',
      ['module.db.this: yes'],
    ],
    [
      'sibling calls of two maps',
      'for_each = var.x',
      DB,
      'for_each = var.y\n  arn = module.db[each.key].arn',
      ['module.db.this: undecided'],
    ],
    [
      'sibling calls of the same number',
      'count = var.n',
      DB,
      'count = var.n\n  arn = module.db[count.index].arn',
      ['module.db.this: yes'],
    ],
    [
      'sibling calls, one of known keys',
      'for_each = toset(["a", "b"])',
      DB,
      'for_each = toset(["b"])\n  arn = module.db[each.key].arn',
      ['module.db["a"].this: no', 'module.db["b"].this: yes'],
    ],
  ])('modules: %s', async (_, ofCall, db, audit, expected) => {
    const { coverage } = await joined({
      'main.tf': `${VARIABLES}module "db" {\n  source = "./db"\n  ${ofCall}\n}\n${
        audit === undefined ? '' : `module "audit" {\n  source = "./audit"\n  ${audit}\n}\n`
      }`,
      'db/main.tf': db,
      'audit/main.tf': AUDIT,
    })
    expect(coverage).toEqual(expected)
  })
})

describe('a resource_arn on conditions', () => {
  const CLUSTERS = cluster('a', 'cluster_identifier = "a"') + cluster('b', 'cluster_identifier = "b"') + VARIABLES
  const [A, B] = ['aws_rds_cluster.a.arn', 'aws_rds_cluster.b.arn']

  test.each([
    ['two clusters', `var.on ? ${A} : ${B}`, ['a: undecided', 'b: undecided'], 'main -> a | b?'],
    ['the same cluster twice', `var.on ? ${A} : ${A}`, ['a: yes', 'b: no'], 'main -> a'],
    ['a cluster or the empty text', `var.on ? ${A} : ""`, ['a: yes', 'b: no'], 'main -> a'],
    ['the empty text or a cluster', `var.on ? "" : ${A}`, ['a: yes', 'b: no'], 'main -> a'],
    ['a cluster or null', `var.on ? ${A} : null`, ['a: yes', 'b: no'], 'main -> a'],
    ['a known condition', `true ? ${A} : ${B}`, ['a: yes', 'b: no'], 'main -> a'],
    ['a known condition, the other way', `1 > 2 ? ${A} : ${B}`, ['a: no', 'b: yes'], 'main -> b'],
    [
      'conditions within each other',
      `var.on ? (var.off ? ${A} : ${B}) : null`,
      ['a: undecided', 'b: undecided'],
      'main -> a | b?',
    ],
    [
      'an arm of text',
      `var.on ? ${A} : "arn:aws:rds:eu-west-1:111122223333:cluster:b"`,
      ['a: undecided', 'b: undecided'],
      'main -> a | b?',
    ],
    [
      'both arms the same cluster, one as text',
      `var.on ? ${A} : "arn:aws:rds:eu-west-1:111122223333:cluster:a"`,
      ['a: yes', 'b: no'],
      'main -> a',
    ],
    [
      'an arm elsewhere',
      `var.on ? ${A} : "arn:aws:rds:eu-west-1:111122223333:cluster:z"`,
      ['a: undecided', 'b: no'],
      'main -> a?',
    ],
    ['an unknown arm', `var.on ? ${A} : var.x`, ['a: undecided', 'b: undecided'], 'main -> a?'],
    ['try', `try(${A}, ${B})`, ['a: yes', 'b: no'], 'main -> a'],
    ['coalesce with an unknown before', `coalesce(var.x, ${A})`, ['a: undecided', 'b: undecided'], undefined],
    ['an unknown index of known ARNs', `[${A}, ${B}][var.n]`, ['a: undecided', 'b: undecided'], undefined],
    ['an unknown key of known ARNs', `{ a = ${A}, b = ${B} }[var.name]`, ['a: undecided', 'b: undecided'], undefined],
    ['a known key of known ARNs', `{ a = ${A}, b = ${B} }["b"]`, ['a: no', 'b: yes'], 'main -> b'],
    ['nothing known', 'var.x', ['a: undecided', 'b: undecided'], 'main -> any'],
  ])('%s', async (_, arn, coverage, pairing) => {
    const found = await joined({ 'main.tf': CLUSTERS + stream(arn) })
    expect(found.coverage).toEqual(coverage)
    if (pairing !== undefined) expect(found.pairing).toEqual([pairing])
  })
})

describe('an ARN as text', () => {
  const NAMES = 'data "aws_region" "it" {}\ndata "aws_caller_identity" "it" {}\ndata "aws_partition" "it" {}\n'
  const arn = (identifier: string, region = 'eu-west-1', account = '111122223333'): string =>
    `"arn:aws:rds:${region}:${account}:cluster:${identifier}"`
  const provider = (region: string, alias = ''): string => `provider "aws" {\n  region = ${region}\n  ${alias}\n}\n`
  const A = 'cluster_identifier = "a"'

  test.each([
    ['no provider', '', A, arn('a'), 'yes'],
    ['a provider in that region', provider('"eu-west-1"'), A, arn('a'), 'yes'],
    ['a provider in another region', provider('"us-east-1"'), A, arn('a'), 'no'],
    ['a provider somewhere', provider('var.region'), A, arn('a'), 'yes'],
    ['the cluster says its region', '', `${A}\n  region = "us-east-1"`, arn('a'), 'no'],
    ['another name', '', A, arn('b'), 'no'],
    ['a name that begins alike', '', A, arn('ab'), 'no'],
    ['the same variable', '', 'cluster_identifier = var.name', arn('${var.name}'), 'yes'],
    ['two variables', '', 'cluster_identifier = var.name', arn('${var.other}'), 'undecided'],
    ['a known name, and a variable on the cluster', '', 'cluster_identifier = var.name', arn('a'), 'undecided'],
    ['a variable, and a known name on the cluster', '', A, arn('${var.name}'), 'undecided'],
    ['the same composition', '', 'cluster_identifier = "${var.name}-db"', arn('${var.name}-db'), 'yes'],
    ['a known name that fits', '', 'cluster_identifier = "${var.name}-db"', arn('a-db'), 'undecided'],
    ['a known name that does not', '', 'cluster_identifier = "${var.name}-db"', arn('a-other'), 'no'],
    ['by its id', '', A, arn('${aws_rds_cluster.main.id}'), 'yes'],
    [
      'by its identifier',
      '',
      'cluster_identifier = var.name',
      arn('${aws_rds_cluster.main.cluster_identifier}'),
      'yes',
    ],
    ['an unknown region and account', '', A, arn('a', '${var.region}', '${var.account}'), 'yes'],
    [
      'what AWS says',
      '',
      A,
      '"arn:${data.aws_partition.it.partition}:rds:${data.aws_region.it.name}:${data.aws_caller_identity.it.account_id}:cluster:a"',
      'yes',
    ],
    [
      'format',
      '',
      A,
      'format("arn:aws:rds:%s:%s:cluster:%s", var.region, data.aws_caller_identity.it.account_id, "a")',
      'yes',
    ],
    [
      'format, in another known region',
      provider('"us-east-1"'),
      A,
      'format("arn:aws:rds:%s:%s:cluster:%s", "eu-west-1", var.account, "a")',
      'no',
    ],
    [
      'format of the cluster',
      '',
      A,
      'format("arn:aws:rds:%s:%s:cluster:%s", var.region, var.account, aws_rds_cluster.main.cluster_identifier)',
      'yes',
    ],
    ['join', '', A, 'join(":", ["arn", "aws", "rds", var.region, var.account, "cluster", "a"])', 'yes'],
    ['join of another name', '', A, 'join(":", ["arn", "aws", "rds", var.region, var.account, "cluster", "b"])', 'no'],
    ['of China', '', A, '"arn:aws-cn:rds:cn-north-1:111122223333:cluster:a"', 'yes'],
    // Its argument is wrong, and invalid-resource-arn says so; which cluster is meant is certain.
    ['the bare identifier', '', A, '"a"', 'yes'],
    ['no identifier of it', '', A, '"b"', 'no'],
    ['an instance of that name', '', A, '"arn:aws:rds:eu-west-1:111122223333:db:a"', 'no'],
    ['a snapshot of that name', '', A, '"arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:a"', 'no'],
    ['in a local', `locals {\n  arn = ${arn('a')}\n}\n`, A, 'local.arn', 'yes'],
    ['the name in a local', 'locals {\n  it = "a"\n}\n', 'cluster_identifier = local.it', arn('${local.it}'), 'yes'],
  ])('%s', async (_, more, ofCluster, text, verdict) => {
    const { coverage } = await joined({
      'main.tf': VARIABLES + NAMES + more + cluster('main', ofCluster) + stream(text),
    })
    expect(coverage).toEqual([`main: ${verdict}`])
  })

  const TWO =
    provider('"eu-west-1"') +
    provider('"us-east-1"', 'alias = "us"') +
    cluster('eu', 'cluster_identifier = "a"') +
    cluster('us', 'cluster_identifier = "a"\n  provider = aws.us') +
    VARIABLES

  test.each([
    ['nothing says which', arn('a', '${var.region}'), 'region = var.region', ['eu: undecided', 'us: undecided']],
    ['the region says which', arn('a', 'us-east-1'), '', ['eu: no', 'us: yes']],
    ['the other region', arn('a', 'eu-west-1'), '', ['eu: yes', 'us: no']],
    ['a third region', arn('a', 'ap-south-1'), '', ['eu: no', 'us: no']],
    ["the stream's provider says which", arn('a', '${var.region}'), 'provider = aws.us', ['eu: no', 'us: yes']],
    ["the stream's own default provider", arn('a', '${var.region}'), '', ['eu: yes', 'us: no']],
    ["the stream's own region", arn('a', '${var.region}'), 'region = "us-east-1"', ['eu: no', 'us: yes']],
  ])('two clusters of one name: %s', async (_, text, ofStream, coverage) => {
    expect((await joined({ 'main.tf': TWO + stream(text, ofStream) })).coverage).toEqual(coverage)
  })
})

describe('a data source that reads a cluster', () => {
  const data = (identifier: string, meta = ''): string =>
    `data "aws_rds_cluster" "it" {\n  ${meta}\n  cluster_identifier = ${identifier}\n}\n`
  const instance = (content = ''): string =>
    `resource "aws_rds_cluster_instance" "it" {\n  ${content}\n  cluster_identifier = aws_rds_cluster.main.id\n}\n`
  const ARN = 'data.aws_rds_cluster.it.arn'

  test.each([
    ['by its id', '', data('aws_rds_cluster.main.id'), ARN, 'yes'],
    ['by its identifier', 'cluster_identifier = "a"', data('aws_rds_cluster.main.cluster_identifier'), ARN, 'yes'],
    ['by an instance', '', instance() + data('aws_rds_cluster_instance.it.cluster_identifier'), ARN, 'yes'],
    [
      'by one of its instances',
      '',
      instance('count = 2') + data('aws_rds_cluster_instance.it[0].cluster_identifier'),
      ARN,
      'yes',
    ],
    ['by its name', 'cluster_identifier = "a"', data('"a"'), ARN, 'yes'],
    ['by another name', 'cluster_identifier = "a"', data('"b"'), ARN, 'no'],
    ['by the same variable', 'cluster_identifier = var.name', data('var.name'), ARN, 'yes'],
    ['by another variable', 'cluster_identifier = var.name', data('var.other'), ARN, 'undecided'],
    ['by a variable', 'cluster_identifier = "a"', data('var.name'), ARN, 'undecided'],
    ['by the id, read as id', '', data('aws_rds_cluster.main.id'), 'data.aws_rds_cluster.it.id', 'yes'],
    [
      'one of several',
      'for_each = toset(["a"])',
      data('aws_rds_cluster.main[each.key].id', 'for_each = toset(["a"])'),
      'data.aws_rds_cluster.it["a"].arn',
      'yes',
    ],
    [
      'one after the other',
      '',
      `${data('aws_rds_cluster.main.id')}data "aws_rds_cluster" "two" {\n  cluster_identifier = data.aws_rds_cluster.it.cluster_identifier\n}\n`,
      'data.aws_rds_cluster.two.arn',
      'yes',
    ],
  ])('%s', async (_, ofCluster, more, arn, verdict) => {
    const { coverage } = await joined({ 'main.tf': VARIABLES + cluster('main', ofCluster) + more + stream(arn) })
    expect(coverage.map((line) => line.replace(/\[.*\]/, ''))).toEqual([`main: ${verdict}`])
  })
})

describe('a quoted reference to a cluster', () => {
  const EXTRA =
    'locals {\n  arn = aws_rds_cluster.a.arn\n}\nmodule "db" {\n  source = "./db"\n}\nvariable "z" {\n  default = 1\n}\n'
  const files = (main: string): Readonly<Record<string, string>> => ({
    'main.tf': EXTRA + cluster('a') + cluster('b', 'count = 2') + cluster('c', 'for_each = toset(["x", "y"])') + main,
    'db/main.tf': `${cluster('this')}output "arn" {\n  value = aws_rds_cluster.this.arn\n}\n`,
  })

  test.each([
    ['plain', '"aws_rds_cluster.a.arn"', '', 'main -> a'],
    ['escaped', '"$${aws_rds_cluster.a.arn}"', '', 'main -> a'],
    ['in braces', '"{aws_rds_cluster.a.arn}"', '', 'main -> a'],
    ['with blanks', '" aws_rds_cluster.a.arn "', '', 'main -> a'],
    ['in angle brackets', '"<aws_rds_cluster.a.arn>"', '', 'main -> a'],
    ['of another attribute', '"aws_rds_cluster.a.id"', '', 'main -> a'],
    ['without an attribute', '"aws_rds_cluster.a"', '', 'main -> a'],
    ['with a number', '"aws_rds_cluster.b[1].arn"', '', 'main -> b[1]'],
    ['with a key', '"aws_rds_cluster.c[\\"y\\"].arn"', '', 'main -> c["y"]'],
    ['with count.index', '"aws_rds_cluster.b[count.index].arn"', 'count = 1', 'main[0] -> b[0]'],
    ['with each.key', '"aws_rds_cluster.c[each.key].arn"', 'for_each = toset(["y"])', 'main["y"] -> c["y"]'],
    ['with each.value', '"aws_rds_cluster.c[each.value].arn"', 'for_each = { k = "x" }', 'main["k"] -> c["x"]'],
    ['each.value itself', '"each.value.arn"', 'for_each = { k = aws_rds_cluster.a }', 'main["k"] -> a'],
    ['of a local', '"local.arn"', '', 'main -> a'],
    ['of a module', '"module.db.arn"', '', 'main -> module.db.this'],
    ['of nothing', '"aws_rds_cluster.nothing.arn"', '', 'main -> elsewhere'],
    ['of something else', '"aws_kms_key.a.arn"', '', 'main -> elsewhere'],
    ['of several', '"aws_rds_cluster.b.arn"', '', 'main -> elsewhere'],
  ])('%s', async (_, arn, meta, pairing) => {
    expect((await joined(files(stream(arn, meta)))).pairing).toEqual([pairing])
  })
})

describe('streams by streams', () => {
  const ID = 'aws_rds_cluster_activity_stream'

  test('the id of a stream is the ARN of its cluster', async () => {
    const found = await joined({
      'main.tf': cluster('a') + stream('aws_rds_cluster.a.arn', '', 'one') + stream(`${ID}.one.id`, '', 'two'),
    })
    expect(found.pairing).toEqual(['one -> a', 'two -> a'])
  })

  test.each([
    ['itself', stream(`${ID}.one.id`, '', 'one')],
    ['two', stream(`${ID}.two.id`, '', 'one') + stream(`${ID}.one.id`, '', 'two')],
    [
      'three',
      stream(`${ID}.two.id`, '', 'one') + stream(`${ID}.three.id`, '', 'two') + stream(`${ID}.one.id`, '', 'three'),
    ],
  ])('a circle of %s ends, and decides nothing', async (_, streams) => {
    const { coverage } = await joined({ 'main.tf': cluster('a') + streams })
    expect(coverage).toEqual(['a: undecided'])
  })
})

describe('a stream in another root module', () => {
  const found = async (db: string, audit: string): Promise<readonly string[]> =>
    verdicts(await lintFiles({ 'db/main.tf': db, 'audit/main.tf': audit }, { only: ['missing-activity-stream'] }))
  const ARN = (region: string, name: string): string => `"arn:aws:rds:${region}:111122223333:cluster:${name}"`
  const DB = `provider "aws" {\n  region = "eu-west-1"\n}\n${cluster('main', 'cluster_identifier = "a"')}`

  test.each([
    ['of this name', DB, stream(ARN('eu-west-1', 'a')), 'undecided'],
    ['of another name', DB, stream(ARN('eu-west-1', 'b')), 'violation'],
    ['of this name in another region', DB, stream(ARN('us-east-1', 'a')), 'violation'],
    [
      'read by a data source',
      DB,
      `data "aws_rds_cluster" "it" {\n  cluster_identifier = "a"\n}\n${stream('data.aws_rds_cluster.it.arn')}`,
      'undecided',
    ],
    ['of a variable', DB, `variable "arn" {}\n${stream('var.arn')}`, 'violation'],
    [
      'by reference to its own cluster',
      DB,
      cluster('main', 'cluster_identifier = "z"') + stream('aws_rds_cluster.main.arn'),
      'violation',
    ],
  ])('%s', async (_, db, audit, verdict) => {
    expect(await found(db, audit)).toEqual([`missing-activity-stream ${verdict} aws_rds_cluster.main`])
  })
})

describe('a module that is not at hand', () => {
  const call = (content: string): string => `module "audit" {\n  source = "example.com/audit/aws"\n  ${content}\n}\n`

  test.each([
    ['given the ARN', 'arn = aws_rds_cluster.main.arn', 'undecided'],
    ['given the ARN in a list', 'arns = [aws_rds_cluster.main.arn]', 'undecided'],
    ['given the ARN in an object', 'config = { cluster = { arn = aws_rds_cluster.main.arn } }', 'undecided'],
    ['given the ARN by a local', 'arn = local.arn', 'undecided'],
    ['given the cluster as a whole', 'cluster = aws_rds_cluster.main', 'undecided'],
    ['given the ARN as text', 'arn = "arn:aws:rds:eu-west-1:111122223333:cluster:a"', 'undecided'],
    ['given the ARN of another as text', 'arn = "arn:aws:rds:eu-west-1:111122223333:cluster:b"', 'no'],
    ['given the ARN of another', 'arn = aws_rds_cluster.second.arn', 'no'],
    ['given its endpoint', 'host = aws_rds_cluster.main.endpoint', 'no'],
    ['given nothing', 'name = "x"', 'no'],
    ['that only waits for it', 'depends_on = [aws_rds_cluster.main]', 'no'],
  ])('%s', async (_, content, verdict) => {
    const { coverage } = await joined({
      'main.tf':
        cluster('main', 'cluster_identifier = "a"') +
        cluster('second') +
        `locals {\n  arn = aws_rds_cluster.main.arn\n}\n${call(content)}`,
    })
    expect(coverage[0]).toBe(`main: ${verdict}`)
  })

  test('names the call and what to do', async () => {
    const { because } = await joined({ 'main.tf': cluster('main') + call('arn = aws_rds_cluster.main.arn') })
    expect(because).toHaveLength(1)
    expect(because[0]).toMatch(/^module\.audit is given the ARN of this cluster and may stream it: .*terraform init/)
  })

  test('that hands an ARN out leaves every cluster open', async () => {
    const { coverage, pairing } = await joined({
      'main.tf': cluster('main') + call('') + stream('module.audit.cluster_arn'),
    })
    expect({ coverage, pairing }).toEqual({ coverage: ['main: undecided'], pairing: ['main -> any'] })
  })
})
