import type { ClusterGraph } from '../../src/graph/cluster-graph.js'
import type { LintOptions } from '../../src/lint/options.js'
import { lintFiles } from '../lint/in-memory.js'
import type { Planted } from '../terraform/load/memory-file-system.js'

/** A graph in lines: nodes with their kind, what is wrong and their state, then edges, dashed where they are not certain. */
export const linesOf = ({ nodes, edges }: ClusterGraph): readonly string[] => [
  ...nodes.map(({ address, kind, state, rules = [] }) =>
    [`${kind} ${address}`, ...(state ? [`(${state})`] : []), ...rules.map((rule) => `! ${rule}`)].join(' '),
  ),
  ...edges.map(({ from, to, label, isUncertain }) =>
    [from, isUncertain ? '- ->' : '-->', to, ...(label === undefined ? [] : [`(${label})`])].join(' '),
  ),
]

export const graphsOf = async (
  files: Readonly<Record<string, Planted>>,
  options: Partial<LintOptions> = {},
): Promise<readonly ClusterGraph[]> => (await lintFiles(files, { graphs: true, ...options })).graphs

/** Of the one Aurora cluster that there is. */
export const drawn = async (
  main: string,
  others: Readonly<Record<string, Planted>> = {},
): Promise<readonly string[]> => {
  const [only, ...more] = await graphsOf({ 'main.tf': main, ...others })
  if (!only || more.length > 0) throw new Error(`${more.length + (only ? 1 : 0)} graphs`)
  return linesOf(only)
}

export const CLUSTER = `resource "aws_rds_cluster" "main" {
  cluster_identifier = "main"
  engine             = "aurora-postgresql"
  engine_version     = "15.4"
}
`
export const INSTANCE = `resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}
`
export const KEY = `resource "aws_kms_key" "audit" {
}
`

/** `more` are lines of its block. */
export const stream = (
  more = 'depends_on = [aws_rds_cluster_instance.main]',
  key = 'aws_kms_key.audit.key_id',
): string =>
  `resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = ${key}
  ${more}
}
`
