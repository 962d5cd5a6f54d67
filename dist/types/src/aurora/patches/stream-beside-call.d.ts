/** A stream for the cluster that a called module makes, beside the call. */
import { type Change, type NewBlock, type NewValue } from '../../edit/index.js';
import type { Unmended } from '../../finding.js';
import type { ModuleCall } from '../../terraform/configuration.js';
import type { Evaluator } from '../../terraform/evaluator.js';
import type { ModuleInstance } from '../../terraform/module-instance.js';
import type { InstanceKey } from '../../terraform/reference.js';
import { type StreamKey } from './stream-key.js';
/** A call of a module that makes a cluster. */
export interface ClusterCall {
    readonly evaluator: Evaluator;
    /** The one that it stands in. */
    readonly module: ModuleInstance;
    readonly call: ModuleCall;
    readonly key: InstanceKey;
}
/** What a stream is given, beside the cluster's ARN. */
export interface StreamSettings {
    readonly mode: NewValue;
    readonly kmsKeyId: NewValue;
    /** What decides whether there is a stream at all, where that is not certain: `var.audited`. */
    readonly when?: string | undefined;
}
/** Of the stream beside a call: `identifier` is the module's output for that of the cluster, which the key's alias is named after. */
export declare const keyBesideCall: (on: ClusterCall, identifier: string | undefined) => StreamKey;
/** Of the stream that the call turns on: neither the key nor what it is repeated by can wait for the call that it is handed to. */
export declare const keyForInput: (on: ClusterCall, input: string, identifier: string | undefined) => StreamKey;
/** An output of the called module, by which its cluster is told. */
export interface NamingOutput {
    readonly name: string;
    readonly of: 'arn' | 'identifier';
}
/** The stream behind the call, and before it what `key` needs; a cluster of which only the identifier is told is read first. */
export declare const streamBesideCall: (on: ClusterCall, output: NamingOutput, keyBlocks: readonly NewBlock[], { mode, kmsKeyId, when }: StreamSettings) => Change | Unmended;
export declare const ASYNC: NewValue;
