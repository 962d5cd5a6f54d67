import type { Argument, Module, ModuleCall, Resource } from './configuration.js';
import type { Evaluator } from './evaluator.js';
import type { ModuleInstance } from './module-instance.js';
import type { PlannedState } from './planned-state.js';
import { type Receiver } from './receiver.js';
import type { ResourceInstanceReference } from './reference.js';
import { type StaticReference } from './static-references.js';
export type Reachability = {
    readonly verdict: 'yes';
    readonly path: readonly string[];
} | {
    readonly verdict: 'no';
} | {
    readonly verdict: 'undecided';
    readonly because: readonly string[];
};
/** One for all that ask about the same configuration. */
export declare const graphOf: (evaluator: Evaluator) => DependencyGraph;
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
     * Whether anything of `what` waits for anything of `other` already, both in the same module: `other` could not wait for it without
     * a cycle. What is behind a module that nobody can see counts as far as that is given something.
     */
    waitsFor(module: ModuleInstance, what: Resource | ModuleCall, other: Resource | ModuleCall): boolean;
    /**
     * Whether anything that is referred to waits for the receiver already, in the same module: given such a reference it would wait for
     * itself. Of what a call is given the called module as a whole counts, and those of its outputs that are made of that very input.
     */
    waitsForReceiver(module: ModuleInstance, references: readonly StaticReference[], receiver: Receiver): boolean;
    /**
     * Whether the argument can be made of anything of a resource type, as far as can be told without reading modules that do not hold it:
     * what such a module is given may come out of it again.
     */
    mayMention(module: ModuleInstance, argument: Argument, type: string): boolean;
}
