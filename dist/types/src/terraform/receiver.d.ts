/** What an argument is written for, as far as something else can wait for it. */
import type { Argument, Module, ModuleCall, Resource } from './configuration.js';
export type Receiver = {
    readonly kind: 'resource';
    readonly of: Resource;
} | {
    readonly kind: 'input';
    readonly call: ModuleCall;
    readonly name: string;
} | {
    readonly kind: 'local' | 'output';
    readonly name: string;
};
/** Of an argument of the module; `undefined` of what takes no references. */
export declare const receiverOf: ({ resources, calls, outputs }: Module, holder: Pick<Argument, 'owner' | 'name'>) => Receiver | undefined;
/** As Terraform calls it: `module.db` for what one of its calls is given. */
export declare const receiverName: (receiver: Receiver) => string;
