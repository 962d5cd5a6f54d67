/** What surrounds one Aurora cluster: the resources that its stream stands on, and what refers to what. */
export interface ClusterGraph {
  /** The root module's directory as the user knows it; empty for a plan without its source. */
  readonly rootModule: string
  /** The cluster's address. */
  readonly cluster: string
  /** Sorted by address; the cluster is among them. */
  readonly nodes: readonly GraphNode[]
  /** Sorted by both ends. */
  readonly edges: readonly GraphEdge[]
}

export type NodeKind = 'cluster' | 'instance' | 'stream' | 'key' | 'alias' | 'module' | 'other'

export interface GraphNode {
  /** Unique in the graph, as Terraform prints it. */
  readonly address: string
  readonly kind: NodeKind
  /** Whether it is something that a finding is about; set by who has the findings. */
  readonly isFaulty?: true
}

export interface GraphEdge {
  /** Addresses of nodes; `from` waits for `to`, or names it. */
  readonly from: string
  readonly to: string
  /** `kms_key_id`, `depends_on`; absent where it is only known that there is a way. */
  readonly label?: string
  /** Whether it is only perhaps there: something unknown stands between. */
  readonly isUncertain?: true
}
