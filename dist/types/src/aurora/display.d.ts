import type { Value } from '../terraform/value.js';
/** A text for a message; a sensitive value is shown nowhere. */
export declare const display: (text: string, value: Value | undefined) => string;
