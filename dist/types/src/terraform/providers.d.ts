import type { Module, ModuleCall, ProviderConfiguration, Resource } from './configuration.js';
/** A module (or an instance of one) with the call that it came by. */
interface Nested {
    readonly module: Module;
    readonly parent?: {
        readonly instance: Nested;
        readonly call: ModuleCall;
    };
}
export interface ProviderBinding {
    readonly configuration: ProviderConfiguration;
    /** How many calls up the module is that declares it; 0 is the resource's own. */
    readonly levelsUp: number;
}
/**
 * The provider configuration that a resource is managed with: its own `provider` argument, else the default one of its
 * provider; handed down by `providers` of the calls, or inherited. `undefined` where none is declared (it comes from the environment).
 */
export declare const providerOf: (module: Nested, resource: Resource) => ProviderBinding | undefined;
export {};
