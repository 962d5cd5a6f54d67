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
export declare const rootInstance: (module: Module) => ModuleInstance;
