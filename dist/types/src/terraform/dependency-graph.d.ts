import type { Argument, Module, ModuleCall } from './configuration.js';
import type { ModuleInstance } from './module-instance.js';
import type { PlannedState } from './planned-state.js';
import type { ResourceInstanceReference } from './reference.js';
export type Reachability = {
    readonly verdict: 'yes';
    readonly path: readonly string[];
} | {
    readonly verdict: 'no';
} | {
    readonly verdict: 'undecided';
    readonly because: readonly string[];
};
export declare class DependencyGraph {
    #private;
    readonly planned: PlannedState | undefined;
    constructor(root: Module, planned?: PlannedState);
    /** Whether `from` waits for any of the goals, with the path as evidence. */
    reaches(from: ResourceInstanceReference, goals: readonly ResourceInstanceReference[]): Reachability;
    /** Whether the resource waits for something in the called module, of which nothing is known. */
    reachesCall(from: ResourceInstanceReference, module: ModuleInstance, call: ModuleCall): boolean;
    /** Whether all that a call is given, and with it whatever is made of that, waits for any of the goals. */
    callReaches(module: ModuleInstance, call: ModuleCall, goals: readonly ResourceInstanceReference[]): Reachability;
    /** The outputs of a called module that a resource, or another call, waits for; `undefined` among them for all that is in the module. */
    outputsReached(from: ResourceInstanceReference | {
        readonly module: ModuleInstance;
        readonly call: ModuleCall;
    }, module: ModuleInstance, call: ModuleCall): ReadonlySet<string | undefined>;
    /**
     * Whether the argument can be made of anything of a resource type, as far as can be told without reading modules that do not hold it:
     * what such a module is given may come out of it again.
     */
    mayMention(module: ModuleInstance, argument: Argument, type: string): boolean;
}
