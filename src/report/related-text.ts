import type { Related } from '../finding.js'

/** `aws_kms_key.audit: the key`; the address is said once. */
export const relatedText = ({ address, message }: Related): string =>
  address === undefined || message.includes(address) ? message : `${address}: ${message}`
