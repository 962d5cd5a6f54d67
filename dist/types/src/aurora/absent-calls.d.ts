import type { ModuleCall } from '../terraform/configuration.js';
import type { Evaluator } from '../terraform/evaluator.js';
import type { ModuleInstance } from '../terraform/module-instance.js';
import type { Symbolic } from '../terraform/value.js';
/** A call of a module whose source is not at hand, and what it is given of clusters. */
export interface AbsentCall {
    readonly address: string;
    readonly module: ModuleInstance;
    readonly call: ModuleCall;
    readonly because: string;
    readonly given: readonly Symbolic[];
}
export declare const absentCall: (evaluator: Evaluator, module: ModuleInstance, call: ModuleCall, because: string) => AbsentCall;
