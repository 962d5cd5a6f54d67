import type { RuleMetadata } from '../rule-metadata.js';
import type { Evaluator } from '../terraform/evaluator.js';
import type { CommentMistake, CommentSuppression } from './comment-suppressions.js';
/** A root module that the rules were run over. */
export interface JudgedRoot {
    readonly evaluator: Evaluator;
    /** The files that were named: what is elsewhere is not reported. */
    readonly onlyFiles?: ReadonlySet<string>;
}
type Commented = Pick<CommentSuppression | CommentMistake, 'source' | 'stand'>;
/** Which blocks the rules had before them. Walks the module instances once, when somebody asks. */
export declare class JudgedBlocks {
    #private;
    constructor(roots: readonly JudgedRoot[]);
    /** Whether the file takes part in the run, and findings in it are reported. */
    hasFile({ source }: Commented): boolean;
    /** Whether the rule would have found what is suppressed there: something of that block exists, and the rule had all it needs. */
    has({ source, stand }: Commented, { planOnly }: Pick<RuleMetadata, 'planOnly'>): boolean;
}
export {};
