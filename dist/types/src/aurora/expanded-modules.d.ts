import type { ModuleCall } from '../terraform/configuration.js';
import type { DependencyGraph } from '../terraform/dependency-graph.js';
import type { Evaluator } from '../terraform/evaluator.js';
import type { ModuleInstance } from '../terraform/module-instance.js';
import type { InstanceKey, ResourceInstanceReference } from '../terraform/reference.js';
import { type AbsentCall } from './absent-calls.js';
import type { IdleCall } from './dormant-stream.js';
import { type Recognised } from './known-modules/table.js';
/** An instance of a call of a known module whose source is not at hand. */
export interface KnownCall {
    readonly module: ModuleInstance;
    readonly call: ModuleCall;
    readonly key: InstanceKey;
    readonly recognised: Recognised;
}
/** What the module instances of a root module hold for the Aurora view; what cannot hold any of it is neither read nor expanded. */
export declare class ExpandedModules {
    #private;
    readonly absentCalls: AbsentCall[];
    readonly knownCalls: KnownCall[];
    /** Streams that have no instance. */
    readonly dormant: ResourceInstanceReference[];
    /** Calls that have none. */
    readonly idleCalls: IdleCall[];
    constructor(evaluator: Evaluator, graph: DependencyGraph);
    instancesOf(type: string): readonly ResourceInstanceReference[];
}
