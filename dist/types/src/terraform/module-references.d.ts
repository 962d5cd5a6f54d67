/** What the blocks of a module refer to, whatever it is worth. */
import type { Argument, Local, Module, ModuleCall, Output, ProviderConfiguration, Resource } from './configuration.js';
import { type StaticReference } from './static-references.js';
/** An argument, and what it is written for. */
type Held = {
    readonly argument: Argument;
} & ({
    readonly kind: 'resource';
    readonly of: Resource;
} | {
    readonly kind: 'call';
    readonly of: ModuleCall;
} | {
    readonly kind: 'local';
    readonly of: Local;
} | {
    readonly kind: 'output';
    readonly of: Output;
} | {
    readonly kind: 'provider';
    readonly of: ProviderConfiguration;
});
export type Referrer = Held & {
    readonly reference: StaticReference;
};
/** All that refer to `var.key`, to `local.key`, to `module.db` or to `aws_kms_key.main` by these two words. */
export declare const referrersTo: (module: Module, root: string, name: string) => readonly Referrer[];
/** All that refer to any local value. */
export declare const referrersToLocals: (module: Module) => readonly Referrer[];
export {};
