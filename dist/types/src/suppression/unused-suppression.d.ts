import type { Finding, Severity } from '../finding.js';
import type { RuleMetadata } from '../rule-metadata.js';
import type { CommentSuppressions } from './comment-suppressions.js';
import type { JudgedBlocks } from './judged-blocks.js';
/** No rule about a configuration, but reported like one: a suppression that suppresses nothing, or is none. */
export declare const unusedSuppression: RuleMetadata;
export interface UnusedOptions {
    /** The rules that ran. */
    readonly rules: readonly RuleMetadata[];
    readonly judged: JudgedBlocks;
    readonly severity: Severity;
    /** A directory as the repository knows it. */
    readonly placeOf: (directory: string) => string;
}
/** Findings about the comments themselves, once it is known which of them have met a finding. */
export declare const unusedSuppressions: ({ all, mistakes }: CommentSuppressions, { rules, judged, severity, placeOf }: UnusedOptions) => readonly Finding[];
