/** The key that a patch gives a stream: the one that is there for it, or a new one. */
import { type NewBlock, type NewValue } from '../../edit/index.js';
import type { Evaluator } from '../../terraform/evaluator.js';
import type { ModuleInstance } from '../../terraform/module-instance.js';
import type { Receiver } from '../../terraform/receiver.js';
import { ResourceInstance } from '../resource-instance.js';
import { type Likeness } from './likeness.js';
export interface StreamKey {
    /** `aws_kms_key.main.key_id` */
    readonly keyId: NewValue;
    /** The new key and its alias; empty where there is a key already. */
    readonly blocks: readonly NewBlock[];
    /** How a title calls it: `aws_kms_key.main`, `a new key`. */
    readonly name: string;
}
/** What the key is for: something in `module`, managed by the provider of `beside`. */
export interface KeyUse {
    readonly evaluator: Evaluator;
    readonly module: ModuleInstance;
    /** Where the key has to be: in the region and account of this cluster or stream; `undefined` for the module's default provider. */
    readonly beside: ResourceInstance | undefined;
    /** What a new key is named after: the name of the cluster's resource, or of the module's call. */
    readonly name: string;
    /** What the alias of a new key is named after, between quotes: `${aws_rds_cluster.main.cluster_identifier}`. */
    readonly title: string;
    /** How what it is for is repeated and managed; once, by the default provider, where it is left out. */
    readonly like?: Likeness;
    /** What in the module is given the key, where that is there already: a key that waits for any of it will not do. */
    readonly readers?: readonly Receiver[];
    /** Tags for a new key. */
    readonly tags?: NewValue | undefined;
    /** Other instances of the same block, for which the key has to do as well. */
    readonly others?: readonly Pick<KeyUse, 'evaluator' | 'module' | 'beside'>[];
}
/** The one suitable customer managed key of the module, if there is exactly one; else a new one. */
export declare const streamKeyFor: (use: KeyUse) => StreamKey;
