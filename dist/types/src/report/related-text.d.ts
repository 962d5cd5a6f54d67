import type { Related } from '../finding.js';
/** `aws_kms_key.audit: the key`; the address is said once. */
export declare const relatedText: ({ address, message }: Related) => string;
