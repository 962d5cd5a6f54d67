import type { Step } from '../hcl/syntax.js';
/**
 * A reference as a plan's JSON spells it (`module.db["a"].arn`, `aws_rds_cluster.main[0].id`, `each.key`): its root name and its
 * steps, which have no place in any source. `undefined` for anything else.
 */
export declare const parseReferenceText: (reference: string) => {
    readonly root: string;
    readonly steps: readonly Step[];
} | undefined;
/** The text of a key as Terraform writes it in an address. */
export declare const unquote: (quoted: string) => string;
/** A plan lists each reference with all its prefixes: only the longest say what is meant. */
export declare const longestReferences: (references: readonly string[]) => readonly string[];
