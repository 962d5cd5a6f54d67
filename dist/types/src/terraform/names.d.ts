import type { Step } from '../hcl/syntax.js';
import type { Evaluator } from './evaluator.js';
import type { Scope } from './scope.js';
import type { Value } from './value.js';
/** A name with the steps that belong to it: `var.x`, `module.db["a"].arn`, `data.aws_kms_key.main`. */
export interface ResolvedName {
    readonly value: Value;
    /** How many of the steps the name has used up. */
    readonly used: number;
}
export declare const resolveName: (evaluator: Evaluator, root: string, steps: readonly Step[], scope: Scope) => ResolvedName;
