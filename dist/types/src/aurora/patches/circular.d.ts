/** What cannot be referred to from where a patch would: it waits for that already. */
import type { Change } from '../../edit/index.js';
import type { Unmended } from '../../finding.js';
import type { Evaluator } from '../../terraform/evaluator.js';
import type { ModuleInstance } from '../../terraform/module-instance.js';
import { type Receiver } from '../../terraform/receiver.js';
import { type Rewrite } from './rewrite.js';
/** Whether the reference, in the place of what the receiver is given in the same module, would close a cycle. */
export declare const isCircular: (evaluator: Evaluator, module: ModuleInstance, reference: string, receiver: Receiver) => boolean;
/** Why a rewrite cannot name what it names where it stands. */
export declare const circularity: (evaluator: Evaluator, { reference, holder, module }: Pick<Rewrite, 'reference' | 'holder' | 'module'>) => Unmended | undefined;
/** The change that a rewrite makes, where that names something which was not named there before. */
export declare const newlyNamed: (evaluator: Evaluator, rewrite: Rewrite) => Change | Unmended;
