import { isProcessed } from '../../src/aurora/kinesis/firehose.js'
import type { Check } from '../../src/rule.js'

// The records are encrypted with the stream's key through the AWS Encryption SDK, whatever Firehose itself encrypts or decrypts.
export const check: Check = function* ({ kinesis }) {
  for (const { resource, references } of kinesis.readers) {
    if (resource.reference.resource.type !== 'aws_kinesis_firehose_delivery_stream') continue
    if (references.some(({ kind }) => kind === 'other')) continue // perhaps another stream
    if (references.length === 0 || isProcessed(resource).verdict !== 'no') continue
    yield {
      on: resource,
      message: `${resource.address} delivers the records of an activity stream as they are: encrypted`,
      hint: "add a processing_configuration with a Lambda processor that decrypts them (AWS Encryption SDK), and allow its role kms:Decrypt on the stream's key",
    }
  }
}
