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

/** `rest` stands for what was too much to be shown: its address is `… and 990 more instances`. */
export type NodeKind = 'cluster' | 'instance' | 'stream' | 'key' | 'alias' | 'module' | 'other' | 'rest'

export interface GraphNode {
  /** Unique in the graph, as Terraform prints it. */
  readonly address: string
  readonly kind: NodeKind
  /** Whether it is something that a finding is about; set by who has the findings. */
  readonly isFaulty?: true
  /** The ids of the rules whose findings are about it, sorted; absent where there are none. */
  readonly rules?: readonly string[]
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
