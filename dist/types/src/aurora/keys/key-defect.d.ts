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
}
/** Empty where all is well, or not known; AWS's default, where an argument is left out, is right. */
export declare const keyDefects: (key: KmsKey) => readonly KeyDefect[];
