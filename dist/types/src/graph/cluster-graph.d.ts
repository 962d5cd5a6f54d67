/** What surrounds one Aurora cluster: the resources that its stream stands on, and what refers to what. */
export interface ClusterGraph {
    /** The root module's directory as the user knows it; empty for a plan without its source. */
    readonly rootModule: string;
    /** The cluster's address, or that of the call of a known module that makes it. */
    readonly cluster: string;
    /** Sorted by address; the cluster is among them. */
    readonly nodes: readonly GraphNode[];
    /** Sorted by both ends and the label; both are among the nodes. */
    readonly edges: readonly GraphEdge[];
}
/** `module` is the call of a module whose source is not at hand; `rest` stands for what is too much to be shown. */
export type NodeKind = 'cluster' | 'instance' | 'stream' | 'key' | 'alias' | 'module' | 'other' | 'rest';
export interface GraphNode {
    /** Unique in the graph, as Terraform prints it; of a `rest`, `… and 990 more instances`. */
    readonly address: string;
    readonly kind: NodeKind;
    /** Of a stream that is not there: its `count`, its `for_each` or a switch says so, or the plan deletes it. */
    readonly state?: 'turned-off' | 'deleted';
    /** Whether it is something that a finding is about; set by who has the findings. */
    readonly isFaulty?: true;
    /** The ids of the rules whose findings are about it, sorted; absent where there are none. */
    readonly rules?: readonly string[];
}
export interface GraphEdge {
    /** Addresses of nodes; `from` waits for `to`, or names it. */
    readonly from: string;
    readonly to: string;
    /** The argument: `kms_key_id`, `depends_on`; absent where it is only known that there is a way. */
    readonly label?: string;
    /** Whether it is only perhaps there: something unknown stands between, the stream is not there, or the reference is in quotes. */
    readonly isUncertain?: true;
}
