import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MOST_OF_A_KIND } from '../../src/graph/fold.js'
import { lintFiles } from '../lint/in-memory.js'
import { CLUSTER, drawn, graphsOf, INSTANCE, KEY, linesOf, stream } from './drawn.js'

describe('the graph around a cluster', () => {
  it('is drawn only where somebody asks for it', async () => {
    expect((await lintFiles({ 'main.tf': CLUSTER })).graphs).toEqual([])
  })

  it('holds the cluster, its instances, its stream, and the key of that', async () => {
    expect(await drawn(CLUSTER + INSTANCE + KEY + stream())).toEqual([
      'key aws_kms_key.audit',
      'cluster aws_rds_cluster.main',
      'stream aws_rds_cluster_activity_stream.main',
      'instance aws_rds_cluster_instance.main',
      'aws_rds_cluster_activity_stream.main --> aws_kms_key.audit (kms_key_id)',
      'aws_rds_cluster_activity_stream.main --> aws_rds_cluster.main (resource_arn)',
      'aws_rds_cluster_activity_stream.main --> aws_rds_cluster_instance.main (depends_on)',
      'aws_rds_cluster_instance.main --> aws_rds_cluster.main (cluster_identifier)',
    ])
  })

  it('says what is wrong with what is in it', async () => {
    const main = readFileSync(new URL('../../fixtures/sample/main.tf', import.meta.url), 'utf8')
    expect((await drawn(main)).filter((line) => line.includes('!'))).toEqual([
      'cluster aws_rds_cluster.orders ! availability-zones-force-replacement ! invalid-database-identifier ! unsupported-engine-version',
      'stream aws_rds_cluster_activity_stream.audit ! invalid-kms-key-id',
      'instance aws_rds_cluster_instance.orders[0] ! unsupported-instance-class',
      'instance aws_rds_cluster_instance.orders[1] ! unsupported-instance-class',
    ])
  })

  it('holds what stands between a stream and the instance that it waits for', async () => {
    const between = `resource "terraform_data" "ready" {\n  input = aws_rds_cluster_instance.main.id\n}\n`
    expect(await drawn(CLUSTER + INSTANCE + KEY + between + stream('depends_on = [terraform_data.ready]'))).toEqual(
      expect.arrayContaining([
        'other terraform_data.ready',
        'aws_rds_cluster_activity_stream.main --> terraform_data.ready (depends_on)',
        'terraform_data.ready --> aws_rds_cluster_instance.main (input)',
      ]),
    )
  })

  it('has no arrow where the stream does not wait', async () => {
    const lines = await drawn(CLUSTER + INSTANCE + KEY + stream(''))
    expect(lines).toContain('stream aws_rds_cluster_activity_stream.main ! missing-instance-depends-on')
    expect(lines.some((line) => line.startsWith('aws_rds_cluster_activity_stream.main --> aws_rds_cluster_inst'))).toBe(
      false,
    )
  })

  it('shows a dependency that is of no use, too', async () => {
    const lines = await drawn(CLUSTER + INSTANCE + KEY + stream('depends_on = [aws_rds_cluster.main]'))
    expect(lines).toContain('aws_rds_cluster_activity_stream.main --> aws_rds_cluster.main (depends_on)')
  })

  it('follows aliases and data sources to the key', async () => {
    const alias = `resource "aws_kms_alias" "audit" {
  name          = "alias/audit"
  target_key_id = aws_kms_key.audit.key_id
}
data "aws_kms_key" "audit" {
  key_id = aws_kms_alias.audit.name
}
`
    const lines = await drawn(CLUSTER + INSTANCE + KEY + alias + stream(undefined, 'data.aws_kms_key.audit.id'))
    expect(lines).toEqual(
      expect.arrayContaining([
        'alias aws_kms_alias.audit',
        'key aws_kms_key.audit',
        'key data.aws_kms_key.audit',
        'aws_rds_cluster_activity_stream.main --> data.aws_kms_key.audit (kms_key_id)',
        'data.aws_kms_key.audit --> aws_kms_alias.audit (key_id)',
        'aws_kms_alias.audit --> aws_kms_key.audit (target_key_id)',
      ]),
    )
  })

  it('shows the key that is meant by a reference in quotes', async () => {
    expect(await drawn(CLUSTER + INSTANCE + KEY + stream(undefined, '"aws_kms_key.audit.arn"'))).toEqual(
      expect.arrayContaining([
        'stream aws_rds_cluster_activity_stream.main ! invalid-kms-key-id',
        'aws_rds_cluster_activity_stream.main - -> aws_kms_key.audit (kms_key_id (in quotes))',
      ]),
    )
  })

  it('shows no key by its ID, and none that AWS manages', async () => {
    const id = '1234abcd-12ab-34cd-56ef-1234567890ab'
    for (const key of [`"${id}"`, `"arn:aws:kms:us-east-1:123456789012:key/${id}"`, '"alias/aws/rds"', '"alias/x"']) {
      const lines = await drawn(CLUSTER + INSTANCE + stream(undefined, key))
      expect(lines.filter((line) => line.includes('kms_key_id ') || line.includes(id))).toEqual([])
    }
  })

  it('shows both keys of a condition that nobody can decide', async () => {
    const other = `variable "own" {\n  type = bool\n}\nresource "aws_kms_key" "other" {\n}\n`
    const key = 'var.own ? aws_kms_key.audit.key_id : aws_kms_key.other.key_id'
    expect(await drawn(CLUSTER + INSTANCE + KEY + other + stream(undefined, key))).toEqual(
      expect.arrayContaining([
        'aws_rds_cluster_activity_stream.main - -> aws_kms_key.audit (kms_key_id)',
        'aws_rds_cluster_activity_stream.main - -> aws_kms_key.other (kms_key_id)',
      ]),
    )
  })

  it('shows a stream that is turned off, and what it would stand on', async () => {
    expect(await drawn(CLUSTER + INSTANCE + KEY + stream('count = 0'))).toEqual(
      expect.arrayContaining([
        'cluster aws_rds_cluster.main ! missing-activity-stream',
        'stream aws_rds_cluster_activity_stream.main (turned-off)',
        'aws_rds_cluster_activity_stream.main - -> aws_rds_cluster.main (resource_arn)',
        'aws_rds_cluster_activity_stream.main - -> aws_kms_key.audit (kms_key_id)',
      ]),
    )
  })

  it('shows a stream that may be for it', async () => {
    const unknown = `variable "arn" {\n  type = string\n}\n${stream('').replace('aws_rds_cluster.main.arn', 'var.arn')}`
    expect(await drawn(CLUSTER + INSTANCE + KEY + unknown)).toContain(
      'aws_rds_cluster_activity_stream.main - -> aws_rds_cluster.main (resource_arn)',
    )
  })

  it('goes through modules in both directions', async () => {
    const main = `module "db" {
  source = "./db"
}
module "stream" {
  source     = "./stream"
  arn        = module.db.arn
  depends_on = [module.db]
}
`
    const lines = await drawn(main, {
      'db/main.tf': `${CLUSTER}${INSTANCE}output "arn" {\n  value = aws_rds_cluster.main.arn\n}\n`,
      'stream/main.tf': `variable "arn" {\n  type = string\n}\n${KEY}${stream('').replace('aws_rds_cluster.main.arn', 'var.arn')}`,
    })
    expect(lines).toEqual([
      'cluster module.db.aws_rds_cluster.main',
      'instance module.db.aws_rds_cluster_instance.main',
      'key module.stream.aws_kms_key.audit',
      'stream module.stream.aws_rds_cluster_activity_stream.main',
      'module.db.aws_rds_cluster_instance.main --> module.db.aws_rds_cluster.main (cluster_identifier)',
      'module.stream.aws_rds_cluster_activity_stream.main --> module.db.aws_rds_cluster.main (resource_arn)',
      'module.stream.aws_rds_cluster_activity_stream.main --> module.db.aws_rds_cluster_instance.main (depends_on of module.stream)',
      'module.stream.aws_rds_cluster_activity_stream.main --> module.stream.aws_kms_key.audit (kms_key_id)',
    ])
  })

  it('shows calls of modules that are not at hand and are given the cluster', async () => {
    const call = `module "audit" {\n  source      = "example/audit/aws"\n  cluster_arn = aws_rds_cluster.main.arn\n}\n`
    expect(await drawn(CLUSTER + call)).toEqual([
      'cluster aws_rds_cluster.main ! missing-activity-stream',
      'module module.audit',
      'module.audit - -> aws_rds_cluster.main',
    ])
  })

  it('takes the call of a known module for the cluster that it makes', async () => {
    const call = `module "db" {
  source  = "terraform-aws-modules/rds-aurora/aws"
  version = "9.0.0"
  engine  = "aurora-postgresql"

  create_db_cluster_activity_stream     = true
  db_cluster_activity_stream_mode       = "async"
  db_cluster_activity_stream_kms_key_id = aws_kms_key.audit.key_id
}
`
    expect(await drawn(KEY + call)).toEqual([
      'key aws_kms_key.audit',
      expect.stringMatching(/^module module\.db\b/),
      'module.db --> aws_kms_key.audit (db_cluster_activity_stream_kms_key_id)',
    ])
  })

  it('leaves out what is no Aurora cluster', async () => {
    expect(await graphsOf({ 'main.tf': CLUSTER.replace('aurora-postgresql', 'mysql') })).toEqual([])
  })

  it('is one for each cluster, in order, with the findings of its own root module', async () => {
    const graphs = await graphsOf({
      'a/main.tf': CLUSTER + INSTANCE + KEY + stream(),
      'b/main.tf': CLUSTER + CLUSTER.replace('"main"', '"another"'),
    })
    expect(
      graphs.map(({ rootModule, cluster, nodes }) => [
        rootModule,
        cluster,
        nodes.flatMap(({ rules = [] }) => rules),
        nodes.some(({ isFaulty }) => isFaulty),
      ]),
    ).toEqual([
      ['a', 'aws_rds_cluster.main', [], false],
      ['b', 'aws_rds_cluster.another', ['missing-activity-stream'], true],
      ['b', 'aws_rds_cluster.main', ['missing-activity-stream'], true],
    ])
  })

  it('leaves what is in the baseline unmarked', async () => {
    const files = { 'main.tf': CLUSTER }
    const { findings, graphs } = await lintFiles(files, { graphs: true })
    expect(graphs[0]?.nodes.some(({ isFaulty }) => isFaulty)).toBe(true)
    const known = new Map(findings.map(({ fingerprint, rule, address }) => [fingerprint, { rule, address }]))
    const [graph] = await graphsOf(files, { baseline: { file: 'baseline.json', findings: known } })
    expect(graph?.nodes.some(({ isFaulty }) => isFaulty)).toBe(false)
  })

  it('names addresses and arguments alone', async () => {
    const secret = 'hunter2-never-shown'
    const main = `variable "secret" {
  sensitive = true
  default   = "${secret}"
}
resource "aws_rds_cluster" "main" {
  engine          = "aurora-postgresql"
  master_password = "${secret}"
}
resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "${secret}"
  kms_key_id   = var.secret
}
`
    expect(JSON.stringify(await graphsOf({ 'main.tf': main }))).not.toContain(secret)
  })
})

describe('a graph of very many nodes', () => {
  const main = `${CLUSTER}${KEY}${INSTANCE.replace('{\n', '{\n  count = 1000\n').replace('"db.r6g.large"', 'count.index == 777 ? "db.t3.medium" : "db.r6g.large"')}${stream()}`

  it('shows the first few, what is wrong, and how many more there are', async () => {
    const [graph] = await graphsOf({ 'main.tf': main })
    const nodes = graph?.nodes.filter(({ kind }) => kind === 'instance' || kind === 'rest') ?? []
    expect(nodes).toHaveLength(MOST_OF_A_KIND + 1)
    expect(nodes.map(({ address }) => address)).toEqual(
      expect.arrayContaining(['aws_rds_cluster_instance.main[777]', `… and ${1000 - MOST_OF_A_KIND} more instances`]),
    )
    expect(graph && linesOf(graph)).toEqual(
      expect.arrayContaining([
        '… and 990 more instances --> aws_rds_cluster.main (cluster_identifier)',
        'aws_rds_cluster_activity_stream.main --> … and 990 more instances (depends_on)',
      ]),
    )
  })

  it('says what is wrong with those that are not shown', async () => {
    const small = main.replace(/instance_class +=.*/, 'instance_class = "db.t3.medium"')
    const [graph] = await graphsOf({ 'main.tf': small })
    expect(graph?.nodes.find(({ kind }) => kind === 'rest')).toEqual({
      address: '… and 990 more instances',
      kind: 'rest',
      isFaulty: true,
      rules: ['unsupported-instance-class'],
    })
  })

  it('draws the ways from many streams to many instances', async () => {
    const many = main.replace('resource_arn =', 'count = 1000\n  resource_arn =')
    const [graph] = await graphsOf({ 'main.tf': many })
    const { nodes = [], edges = [] } = graph ?? {}
    expect(nodes.filter(({ kind }) => kind === 'rest').map(({ address }) => address)).toEqual([
      '… and 990 more instances',
      '… and 990 more streams',
    ])
    expect(edges.length).toBeLessThan(500)
    expect(edges).toContainEqual({
      from: '… and 990 more streams',
      to: '… and 990 more instances',
      label: 'depends_on',
    })
  })

  it.each([MOST_OF_A_KIND, MOST_OF_A_KIND + 1])('shows all of %i', async (count) => {
    const [graph] = await graphsOf({ 'main.tf': main.replace('count = 1000', `count = ${count}`) })
    expect(graph?.nodes.filter(({ kind }) => kind === 'instance')).toHaveLength(count)
    expect(graph?.nodes.filter(({ kind }) => kind === 'rest')).toEqual([])
  })
})

describe('the graph of a plan', () => {
  it('shows a stream that the plan deletes', async () => {
    const plan = new URL('../../fixtures/rules/activity-stream-removed/avoid/plan.json', import.meta.url)
    const [graph] = await graphsOf({ 'plan.json': readFileSync(plan, 'utf8') }, { paths: ['plan.json'] })
    expect(graph).toMatchObject({ rootModule: '', cluster: 'aws_rds_cluster.main' })
    expect(graph && linesOf(graph)).toEqual(
      expect.arrayContaining([
        'stream aws_rds_cluster_activity_stream.main (deleted) ! activity-stream-removed',
        'aws_rds_cluster_activity_stream.main - -> aws_rds_cluster.main (resource_arn)',
      ]),
    )
  })

  it('is marked with what was found in it, and not in another one', async () => {
    const read = (name: string): string =>
      readFileSync(new URL(`../../fixtures/rules/activity-stream-removed/${name}/plan.json`, import.meta.url), 'utf8')
    const good = read('everything-destroyed')
    const files = { 'a.json': read('avoid'), 'b.json': read('block-gone'), 'c.json': good }
    const graphs = await graphsOf(files, { paths: Object.keys(files) })
    expect(graphs.map(({ nodes }) => nodes.flatMap(({ rules = [] }) => rules))).toEqual([
      ['activity-stream-removed'],
      ['missing-activity-stream', 'activity-stream-removed'],
    ])
  })

  const fixtures = new URL('../../fixtures/awkward/', import.meta.url)
  const names = readdirSync(fixtures).filter((name) => name !== 'golden.txt')
  const filesOf = (name: string): ReadonlyMap<string, string> => {
    const folder = new URL(`${name}/`, fixtures)
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
    const files = paths.filter((path) => /\.(tf|tofu|json|tfvars|ya?ml)$/.test(path))
    return new Map(files.map((path) => [path, readFileSync(new URL(path, folder), 'utf8')]))
  }
  const shown = async (files: Readonly<Record<string, string>>, path: string): Promise<readonly string[]> => {
    const graphs = await graphsOf(files, { paths: [path] })
    return graphs.flatMap((graph) =>
      linesOf({ ...graph, nodes: graph.nodes.map(({ address, kind }) => ({ address, kind })) }),
    )
  }

  /** The plan's JSON lost which instance is meant, a local value, a condition or a lifecycle; or it knows the state, or a target. */
  const DIFFERENT = [
    'applied-then-removed',
    'arn-of-another-region',
    'arn-through-a-local',
    'condition-known',
    'count-becomes-for-each-without-moved',
    'dynamic-index',
    'functions-keep-references',
    'ineligible-fleet',
    'instances-by-setproduct',
    'instances-by-setproduct-without-order',
    'instances-of-a-map-of-lists',
    'moved-forgotten-and-removed',
    'order-through-a-local',
    'preconditions-and-provisioners-order',
    'reference-in-conditions-only',
    'replace-triggered-by',
    'replica-keys-across-modules',
    'settings-from-yaml-files',
    'stream-for-each-over-module-instances',
    'stream-for-each-over-the-clusters',
    'target-in-one-module',
    'whole-resources',
  ]

  it('is that of its source, where the plan knows as much', async () => {
    const different: string[] = []
    let compared = 0
    for (const name of names) {
      const files = filesOf(name)
      const plan = files.get('plan.json')
      if (plan === undefined) continue
      compared += 1
      const source = await shown(Object.fromEntries([...files].filter(([path]) => path !== 'plan.json')), '.')
      const planned = await shown({ 'plan.json': plan }, 'plan.json')
      if (JSON.stringify(planned) !== JSON.stringify(source)) different.push(name)
    }
    expect(compared).toBeGreaterThan(50)
    expect(different).toEqual(DIFFERENT)
  }, 120_000)
})
