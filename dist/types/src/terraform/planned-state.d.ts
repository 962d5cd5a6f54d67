import type { PlanDocument, PlannedInstance, PlanOrigin } from '../plan/document.js';
import type { ModuleCall, Resource } from './configuration.js';
import type { ModuleInstance } from './module-instance.js';
import type { ResourceInstanceReference } from './reference.js';
import type { Value } from './value.js';
/** A plan's own account of what exists after the apply, for the resource types that were read from it. */
export interface PlannedState {
    readonly origin: PlanOrigin;
    /** False where resources may be missing that the configuration declares: a plan for a target names no others. */
    readonly isComplete: boolean;
    /** `undefined` where the plan does not hold the attribute, or it is known only after apply. */
    attribute(instance: ResourceInstanceReference, name: string): Value | undefined;
    /** The instances' keys; `undefined` for a type that was not read. */
    resourceKeys(module: ModuleInstance, resource: Resource): readonly (string | number)[] | undefined;
    /** The keys of a module call's instances, as far as resources in them were read; `undefined` where none was. */
    callKeys(module: ModuleInstance, call: ModuleCall): readonly (string | number)[] | undefined;
    /** The plan does not create or keep this resource: it is deleted, or was not targeted. */
    isAbsent(module: ModuleInstance, resource: Resource): boolean;
    /**
     * Whether the plan knows the attribute in all instances of a resource, named without any keys: then it was made of nothing that is
     * known only after apply.
     */
    isSettled(place: string, attribute: string): boolean;
    change(address: string): PlannedInstance | undefined;
    /** What happens to the instances of a type, those that are in no configuration any more included. */
    changesOf(type: string): readonly PlannedInstance[];
}
export declare const plannedState: (plan: PlanDocument, wanted: (mode: Resource['mode'], type: string) => boolean) => PlannedState;
