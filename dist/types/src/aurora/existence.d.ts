import type { ModuleCall, Resource } from '../terraform/configuration.js';
import type { Evaluator } from '../terraform/evaluator.js';
import type { ModuleInstance } from '../terraform/module-instance.js';
import type { InstanceKey } from '../terraform/reference.js';
import type { ResourceInstance } from './resource-instance.js';
/** An instance of a resource or of a module call, and what decides whether it exists. */
export interface Existing {
    readonly address: string;
    readonly evaluator: Evaluator;
    readonly module: ModuleInstance;
    readonly block: Resource | ModuleCall;
    readonly key: InstanceKey;
}
export declare const existing: ({ address, evaluator, reference }: ResourceInstance) => Existing;
type UnknownKey = InstanceKey & {
    readonly kind: 'each';
};
/** The unknown collections that decide whether an instance exists: its own and those of the modules around it. */
export declare const unknownKeys: ({ key, module }: Pick<Existing, 'key' | 'module'>) => readonly UnknownKey[];
/** Why the one may not exist where the other does: an unknown `count` or `for_each` that they do not share. */
export declare const existsOnlyIf: (one: Existing, other: Existing) => readonly string[];
export {};
