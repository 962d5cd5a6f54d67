import type { Finding, Severity, Summary, SuppressedFinding } from '../finding.js';
import type { ClusterGraph } from '../graph/cluster-graph.js';
import type { RuleMetadata } from '../rule-metadata.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
/** Everything one run found, independent of how it is shown. Sorted; two runs over the same input are equal. */
export interface Report {
    readonly findings: readonly Finding[];
    /** Findings that somebody said are to be left, with why; sorted likewise. */
    readonly suppressed: readonly SuppressedFinding[];
    readonly diagnostics: readonly Diagnostic[];
    readonly summary: Summary;
    /** What surrounds each Aurora cluster, sorted by root module and cluster; empty where nobody asked for it. */
    readonly graphs: readonly ClusterGraph[];
    /** Ranges of source that hold a sensitive value, beside those of the findings themselves: no report shows them. */
    readonly masked: readonly {
        readonly source: SourceFile;
        readonly span: Span;
    }[];
    /** Every rule that ran, sorted by id, whether it found something or not. */
    readonly rules: readonly RuleMetadata[];
    /** What the config makes of the rules' own severities, by id. */
    readonly severities: ReadonlyMap<string, Severity>;
    readonly stats: Stats;
}
/** What `--stats` shows, on stderr. */
export interface Stats {
    readonly filesRead: number;
    readonly bytesRead: number;
    readonly filesParsed: number;
    readonly rootModules: number;
    readonly plans: number;
    /** Documents of what is deployed: states, and lists of clusters; absent where there are none. */
    readonly deployed?: number;
    /** Calls of modules whose source is not at hand: what they declare is not known. */
    readonly absentCalls: number;
    /** Milliseconds by stage, in order. */
    readonly stages: readonly {
        readonly name: string;
        readonly milliseconds: number;
    }[];
}
