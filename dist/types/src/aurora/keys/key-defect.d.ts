/** What makes a key useless to an activity stream. */
import type { Value } from '../../terraform/value.js';
import type { ResourceInstance } from '../resource-instance.js';
import { type KmsKey } from './kms-key.js';
export interface KeyDefect {
    /** The key, the primary key that it takes its kind from, or the data source that has read it. */
    readonly on: ResourceInstance;
    readonly argument: string;
    readonly value: Value | undefined;
    /** `disabled`, `no symmetric encryption key (key_usage is "SIGN_VERIFY")` */
    readonly description: string;
    /** What to write. */
    readonly remedy: string;
    readonly mend: KeyMend;
}
/** What would make the key one that streams can use. */
export type KeyMend = 
/** An entry for each arm of a condition. */
{
    readonly kind: 'enable';
    readonly values: readonly Value[];
}
/** AWS's default is right; Terraform replaces the key. */
 | {
    readonly kind: 'leave-out';
    readonly names: readonly string[];
}
/** Nothing: it is not made here. */
 | {
    readonly kind: 'none';
};
/** Empty where all is well, or not known; AWS's default, where an argument is left out, is right. */
export declare const keyDefects: (key: KmsKey) => readonly KeyDefect[];
