import type { Severity } from './finding.js';
/** `rules/<id>/rule.json`, with what is made from its place. */
export interface RuleMetadata {
    readonly id: string;
    readonly severity: Severity;
    /** One line, lower case, without a full stop: the defect. */
    readonly title: string;
    /** Why it matters, one or two sentences. */
    readonly description: string;
    readonly categories: readonly string[];
    /** `CWE-778` */
    readonly cwe?: string;
    readonly compliance: readonly string[];
    readonly references: readonly string[];
    /** The version of tf-das-lint that brought it. */
    readonly since: string;
    readonly planOnly: boolean;
    /** Where it judges what exists, whatever is configured: `state` (the resources in one), `aws` (the clusters that AWS lists). */
    readonly deployed?: readonly string[];
    /** Rules that report the same mistake at its root: where one of them fires for the same cluster or stream, this one is silent. */
    readonly yieldsTo: readonly string[];
    /** SARIF's `security-severity`, 0.0 to 10.0. */
    readonly securitySeverity: string;
    readonly url: string;
}
