import type { Value } from '../terraform/value.js';
import type { Resource } from './resource.js';
import type { QuotedReference } from './quoted-reference.js';
/** Reads as the reference that somebody meant when they quoted it; `undefined` where there is nothing like it. */
export declare const meantKey: (on: Resource, value: Value, quoted: QuotedReference) => string | undefined;
