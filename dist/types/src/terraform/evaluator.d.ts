import type { Argument, ModuleCall, Resource, RootModule } from './configuration.js';
import { type Expansion } from './expansion.js';
import { type FunctionContext } from './functions/index.js';
import { type ModuleInstance } from './module-instance.js';
import type { PlannedState } from './planned-state.js';
import type { InstanceKey, ResourceInstanceReference } from './reference.js';
import type { Repetition, Scope } from './scope.js';
import { type ReadAttribute } from './steps.js';
import type { Value } from './value.js';
/** What a configuration is evaluated in. */
export interface Surroundings {
    readonly workspace: Value;
    /** File functions; they reach nothing outside of the scanned tree. */
    readonly functions: Omit<FunctionContext, 'renderTemplate'>;
    /** A plan's own account of the instances and their values. */
    readonly planned?: PlannedState;
}
/** Evaluates one root module with all that it calls, each name once, when it is asked for. */
export declare class Evaluator {
    #private;
    readonly root: RootModule;
    readonly rootInstance: ModuleInstance;
    readonly planned: PlannedState | undefined;
    constructor(root: RootModule, surroundings: Surroundings);
    get workspace(): Value;
    /** An argument in its module instance; `repetition` is that of the block it stands in, `bound` what a `dynamic` block binds. */
    argument(argument: Argument, module: ModuleInstance, repetition?: Repetition, bound?: Scope['bound']): Value;
    /** An expression that somebody wrote as text; a failure where it is none, or names nothing. */
    text(text: string, module: ModuleInstance, repetition?: Repetition): Value;
    call(name: string, args: readonly Value[], scope: Scope): Value;
    variable(module: ModuleInstance, name: string): Value;
    local(module: ModuleInstance, name: string): Value;
    output(module: ModuleInstance, name: string): Value;
    isRepeatedCall(module: ModuleInstance, name: string): boolean;
    /** `module.name.output`, or `module.name[key].output`. */
    moduleOutput(module: ModuleInstance, name: string, key: Value | undefined, output: string): Value;
    /** `module.name` as a whole: an object of its outputs, or a collection of those. */
    moduleObject(module: ModuleInstance, name: string): Value;
    /** A resource as a whole: its one instance, or the set of them. */
    resource(module: ModuleInstance, address: string): Value;
    readonly readAttribute: ReadAttribute;
    /** What the configuration or the plan says of an attribute; `undefined` where it is known only after apply. */
    attribute(instance: ResourceInstanceReference, name: string): Value | undefined;
    /** What the configuration says of a value together with what the plan knows of it. */
    merged(configured: Value | undefined, planned: Value | undefined): Value | undefined;
    expansionOf(module: ModuleInstance, block: Resource | ModuleCall): Expansion;
    instancesOf(module: ModuleInstance, resource: Resource): readonly ResourceInstanceReference[];
    /** OpenTofu's `lifecycle { enabled = … }`, which takes the place of `count`. */
    enabled(module: ModuleInstance, resource: Resource): Value | undefined;
    repetitionOf(module: ModuleInstance, block: Resource | ModuleCall, key: InstanceKey): Repetition | undefined;
    /** The instances of the called module; empty where it is absent or has none. */
    childInstances(module: ModuleInstance, call: ModuleCall): readonly ModuleInstance[];
    /** One level deeper: an unknown instead of a stack that overflows. */
    within(compute: () => Value): Value;
}
