import type { Finding } from '../finding.js';
/** Findings with one cause, seen at several resource instances. */
export interface Group {
    /** The one whose words stand for all. */
    readonly finding: Finding;
    /** Every address, in the report's order; at least one. */
    readonly addresses: readonly string[];
    /** The same with the root module, where the run has several. */
    readonly places: readonly string[];
}
/** `module.db["b"].aws_rds_cluster.this[0]` to `module.db.aws_rds_cluster.this`. */
export declare const withoutKeys: (text: string) => string;
/** One entry for findings that say the same of the same place and differ in the instance alone. */
export declare const group: (findings: readonly Finding[]) => readonly Group[];
