/** What the value of a stream's `kms_key_id` says about the key it means. */
import type { Evaluator } from '../../terraform/evaluator.js';
import type { Symbolic, Value } from '../../terraform/value.js';
import { type QuotedReference } from '../quoted-reference.js';
import { type KmsKey } from './kms-key.js';
export type KmsKeyReference = 
/** A bare key ID, which is what RDS reports and the provider stores. */
{
    readonly kind: 'key-id';
    readonly text: string;
}
/** Names a key otherwise than RDS reports it. `attribute` of the same resource holds the bare ID. */
 | {
    readonly kind: 'key-arn' | 'alias-name' | 'alias-arn';
    readonly text: string;
    readonly reference?: {
        readonly symbolic: Symbolic;
        readonly attribute: string;
    };
} | {
    readonly kind: 'quoted-reference';
    readonly text: string;
    readonly quoted: QuotedReference;
} | {
    readonly kind: 'no-identifier';
    readonly text: string;
} | {
    readonly kind: 'unknown';
    readonly because: readonly string[];
};
export interface JudgedKey {
    readonly reference: KmsKeyReference;
    readonly value: Value;
    /** The keys that it may name, found when they are asked for. */
    readonly named: () => readonly KmsKey[];
}
/** `referred` is what the argument refers to, where its value no longer says it. */
export declare const kmsKeyReferences: (value: Value, evaluator: Evaluator, referred?: Value) => readonly JudgedKey[];
/** Whether it is certain of each of them that AWS manages the key, which no stream can use. */
export declare const areAwsManaged: (keys: readonly JudgedKey[]) => boolean;
