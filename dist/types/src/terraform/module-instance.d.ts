import type { Module, ModuleCall } from './configuration.js';
import type { InstanceKey } from './reference.js';
/** One instance of a module: the root module, or one key of one call. */
export interface ModuleInstance {
    readonly module: Module;
    /** `module.db["b"].module.inner`; empty for the root module. */
    readonly address: string;
    /** The names of the calls that lead to it, without keys: its place in the configuration. */
    readonly path: readonly string[];
    readonly parent?: ParentCall;
}
export interface ParentCall {
    readonly instance: ModuleInstance;
    readonly call: ModuleCall;
    readonly key: InstanceKey;
}
/** From the module instance itself to the root module. */
export declare const wayUp: (module: ModuleInstance) => readonly ModuleInstance[];
/** What stands in `owner` on the way up from a module instance; `undefined` where it is not around it. */
export declare const callWithin: (owner: ModuleInstance, module: ModuleInstance) => ParentCall | undefined;
export declare const rootInstance: (module: Module) => ModuleInstance;
