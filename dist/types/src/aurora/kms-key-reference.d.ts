/** What the value of a stream's `kms_key_id` says about the key it means. */
import type { Symbolic, Value } from '../terraform/value.js';
import { type QuotedReference } from './quoted-reference.js';
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
}
/** The attribute that holds the bare key ID of a resource or data source. */
export declare const keyIdAttribute: (mode: 'managed' | 'data', type: string) => string | undefined;
export declare const kmsKeyReferences: (value: Value) => readonly JudgedKey[];
