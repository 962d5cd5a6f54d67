import type { JudgedKey, KmsKeyReference } from './kms-key-reference.js';
/** A key that is named otherwise than RDS reports it. */
export type NamedKey = JudgedKey & {
    readonly reference: KmsKeyReference & {
        readonly kind: 'key-arn' | 'alias-name' | 'alias-arn';
    };
};
/** Of a condition that nobody can decide, all arms, or none of them: one may never be taken. */
export declare const otherwiseNamed: (keys: readonly JudgedKey[]) => readonly NamedKey[];
