import type { Symbolic, Value } from '../../terraform/value.js';
import type { QuotedReference } from '../quoted-reference.js';
import type { ResourceInstance } from '../resource-instance.js';
/** The reference that somebody meant when they quoted one. */
export interface MeantKey {
    readonly reference: string;
    /** False where nothing has that name, and the nearest key is taken for it. */
    readonly exact: boolean;
    /** False where nothing there names the key's bare ID, but something its ARN or an alias. */
    readonly isBare: boolean;
}
/** What the text is an argument of. */
export type KeyOwner = Pick<ResourceInstance, 'where' | 'evaluator'>;
/** `undefined` where there is nothing like it, and of what is sensitive: what was meant by it would tell it. */
export declare const meantKey: (on: KeyOwner, value: Value, quoted: QuotedReference) => MeantKey | undefined;
/** Whether a name, as `read` reads it, is the bare ID of the same key or alias. */
export declare const isKeyIdOf: ({ of }: Pick<Symbolic, 'of'>, name: string, read: (text: string) => Value) => boolean;
