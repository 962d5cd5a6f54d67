/** Graphs whose names try to be something else than names. */
import fc from 'fast-check'
import type { ClusterGraph, GraphNode, NodeKind } from '../../src/graph/cluster-graph.js'

const KINDS: readonly NodeKind[] = ['cluster', 'instance', 'stream', 'key', 'alias', 'module', 'other', 'rest']

export const NASTY = [
  'module.db["a\\"b]) --> x"].aws_rds_cluster.this["</div><img src=x onerror=alert(1)>"]',
  'aws_kms_key.k["`md` **b** _i_ $$x^2$$"]',
  'aws_kms_key.x["style:#35;"]',
  'style a:#fff;',
  'classDef x fill:#fff;',
  'end',
  'subgraph x',
  '1. list',
  '%%{init: {"theme":"dark"}}%%',
  'click n1 "javascript:alert(1)"',
  'a\nb\r\nc\u2028d',
  '\u001b[31m\u202e\u0000',
  'aws_rds_cluster.größe["日本 💥"]',
  '\ud800',
  '\uffff',
  '@user #1 &amp; &lt; ]]> <!-- --> <?x?>',
  '\\N \\l \\" \\',
  'x'.repeat(300),
  '__proto__',
  'constructor',
  '',
]

/** Each address once; edges between all that are there. */
export const graphOf = (
  addresses: readonly string[],
  { labels = [], faulty = [] }: { readonly labels?: readonly string[]; readonly faulty?: readonly number[] } = {},
): ClusterGraph => {
  const distinct = [...new Set(addresses)]
  const nodes = distinct.map(
    (address, at): GraphNode => ({
      address,
      kind: KINDS[at % KINDS.length] ?? 'other',
      ...(faulty.includes(at) && { isFaulty: true, rules: ['invalid-kms-key-id'] }),
    }),
  )
  const edges = distinct.slice(1).map((to, at) => {
    const label = labels[at]
    return {
      from: distinct[0] ?? '',
      to,
      ...(label !== undefined && { label }),
      ...(at % 2 === 1 && { isUncertain: true as const }),
    }
  })
  return { rootModule: distinct.at(-1) ?? '', cluster: distinct[0] ?? '', nodes, edges }
}

const anyName = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.constantFrom('"', '#', ';', '%%', '\n', '$$', '`', ']', ')', '<br>', ':', '\\', '&', "'", '|'), {
      maxLength: 8,
    })
    .map((all) => all.join('')),
)

export const anyGraph: fc.Arbitrary<ClusterGraph> = fc
  .record({
    addresses: fc.array(anyName, { minLength: 1, maxLength: 12 }),
    labels: fc.array(anyName, { maxLength: 12 }),
    faulty: fc.array(fc.nat(12), { maxLength: 4 }),
  })
  .map(({ addresses, ...rest }) => graphOf(addresses, rest))

/** As a configuration has it. */
export const ordinary: ClusterGraph = {
  rootModule: 'prod',
  cluster: 'module.db["a"].aws_rds_cluster.main[0]',
  nodes: [
    { address: 'aws_kms_key.audit', kind: 'key' },
    { address: 'aws_rds_cluster_activity_stream.main', kind: 'stream', isFaulty: true, rules: ['invalid-kms-key-id'] },
    { address: 'module.db["a"].aws_rds_cluster.main[0]', kind: 'cluster' },
  ],
  edges: [
    { from: 'aws_rds_cluster_activity_stream.main', to: 'aws_kms_key.audit', label: 'kms_key_id', isUncertain: true },
    {
      from: 'aws_rds_cluster_activity_stream.main',
      to: 'module.db["a"].aws_rds_cluster.main[0]',
      label: 'resource_arn',
    },
  ],
}
