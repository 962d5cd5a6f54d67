/** The attributes of keys, aliases and their data sources that name a key (source: the provider's documentation). */
import type { Symbolic } from '../../terraform/value.js';
/** How a text names a key. RDS reports the bare key ID, and the provider stores that. */
export type Form = 'key-id' | 'key-arn' | 'alias-name' | 'alias-arn';
/** The attribute that holds the bare key ID of a resource or data source. */
export declare const keyIdAttribute: (mode: 'managed' | 'data', type: string) => string | undefined;
/** How an attribute names the key; `undefined` where it is no name of one. */
export declare const keyForm: ({ of: { resource }, path: [attribute] }: Symbolic) => Form | undefined;
