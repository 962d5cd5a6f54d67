import type { AbsentModule, ModuleCall } from '../terraform/configuration.js';
import type { DependencyGraph } from '../terraform/dependency-graph.js';
import type { Evaluator } from '../terraform/evaluator.js';
import type { ModuleInstance } from '../terraform/module-instance.js';
import type { Symbolic, Value } from '../terraform/value.js';
import { type ClusterReference } from './cluster-reference.js';
/** A call of a module whose source is not at hand, and what it is given of clusters. */
export interface AbsentCall {
    readonly address: string;
    readonly module: ModuleInstance;
    readonly call: ModuleCall;
    readonly because: string;
    /** `terraform init` would bring it. */
    readonly isInstallable: boolean;
    /** Evaluated when it is asked for: few calls are given anything of a cluster, and no other is worth the reading. */
    readonly given: () => readonly Symbolic[];
    /** ARNs of clusters that it is given as text, put together or literal. */
    readonly arns: () => readonly ClusterReference[];
    /** Whether one of its arguments is certain to be this value. */
    readonly isGiven: (value: Value) => boolean;
}
export declare const absentCall: (evaluator: Evaluator, graph: DependencyGraph, module: ModuleInstance, call: ModuleCall, { because, isInstallable }: AbsentModule) => AbsentCall;
