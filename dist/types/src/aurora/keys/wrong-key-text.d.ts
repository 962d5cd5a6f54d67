import type { Value } from '../../terraform/value.js';
import type { JudgedKey, KmsKeyReference } from './kms-key-reference.js';
import { type KeyOwner, type MeantKey } from './meant-key.js';
/** Text that names no key, and what was meant by it. */
export interface WrongKeyText {
    readonly reference: KmsKeyReference & {
        readonly kind: 'quoted-reference' | 'no-identifier';
    };
    readonly value: Value;
    readonly meant: MeantKey | undefined;
}
/** One for each of the keys; empty where one of them may be in order: an arm of a condition may never be taken. */
export declare const wrongKeyTexts: (on: KeyOwner, keys: readonly JudgedKey[]) => readonly WrongKeyText[];
/** `the text "aws_kms_key.main.arn", not a reference to a key` */
export declare const described: ({ reference, value }: WrongKeyText) => string;
