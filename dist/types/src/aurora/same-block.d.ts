/** What is written in one block, however many there are of it. */
import type { ModuleCall, Resource } from '../terraform/configuration.js';
import type { ModuleInstance } from '../terraform/module-instance.js';
import type { ResourceInstance } from './resource-instance.js';
/** Equal for what is written in one block: its instances, and the same in a module that is called again. */
export declare const identityOfBlock: (module: ModuleInstance, block: Resource | ModuleCall) => string;
/** In their order. */
export declare const groupedBy: <T>(keyOf: (one: T) => string, all: readonly T[]) => ReadonlyMap<string, readonly T[]>;
/** All that one block makes, this one included: what is written there is written for each of them. */
export declare const ofSameBlock: <T extends ResourceInstance>(one: T, all: readonly T[]) => readonly T[];
export declare const blockOf: ({ reference }: ResourceInstance) => string;
