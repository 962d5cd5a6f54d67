import type { Content } from '../terraform/configuration.js';
import type { Stream } from './stream.js';
/** Something in a stream's block that Terraform refuses. */
export interface Refused {
    readonly name: string;
    readonly kind: 'computed' | 'unknown';
    /** What may have been meant. */
    readonly nearest?: string;
    /** Of a nested block; JSON syntax does not tell it from an argument. */
    readonly block?: Content;
}
export declare const refusedContent: ({ reference }: Stream) => readonly Refused[];
