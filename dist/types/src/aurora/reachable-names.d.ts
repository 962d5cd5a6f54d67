/** What else can be named where a reference stands. */
import type { ModuleInstance } from '../terraform/module-instance.js';
/** `module.kms.key_id` for `module.kms.key_arn`: the outputs of the same call; none of a module that is not at hand. */
export declare const siblingOutputs: (reference: string, { module }: ModuleInstance) => readonly string[];
