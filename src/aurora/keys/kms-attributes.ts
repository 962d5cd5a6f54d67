/** The attributes of keys, aliases and their data sources that name a key (source: the provider's documentation). */
import type { Symbolic } from '../../terraform/value.js'

/** How a text names a key. RDS reports the bare key ID, and the provider stores that. */
export type Form = 'key-id' | 'key-arn' | 'alias-name' | 'alias-arn'

interface Attributes {
  /** The attribute with the bare key ID. */
  readonly keyId: string
  readonly forms: ReadonlyMap<string, Form>
}

const key = (keyId: string): Attributes => ({
  keyId,
  forms: new Map([
    ['id', 'key-id'],
    ['key_id', 'key-id'],
    ['arn', 'key-arn'],
  ]),
})

const alias = (id: Form): Attributes => ({
  keyId: 'target_key_id',
  forms: new Map([
    ['target_key_id', 'key-id'],
    ['target_key_arn', 'key-arn'],
    ['name', 'alias-name'],
    ['id', id],
    ['arn', 'alias-arn'],
  ]),
})

const ATTRIBUTES: ReadonlyMap<string, Attributes> = new Map([
  ['aws_kms_key', key('key_id')],
  ['aws_kms_replica_key', key('key_id')],
  ['aws_kms_external_key', key('id')],
  ['aws_kms_replica_external_key', key('key_id')],
  [
    'data.aws_kms_key',
    {
      keyId: 'id',
      forms: new Map([
        ['id', 'key-id'],
        ['arn', 'key-arn'],
      ]),
    },
  ],
  ['aws_kms_alias', alias('alias-name')],
  ['data.aws_kms_alias', alias('alias-arn')],
])

const attributesOf = (mode: 'managed' | 'data', type: string): Attributes | undefined =>
  ATTRIBUTES.get(mode === 'data' ? `data.${type}` : type)

/** The attribute that holds the bare key ID of a resource or data source. */
export const keyIdAttribute = (mode: 'managed' | 'data', type: string): string | undefined =>
  attributesOf(mode, type)?.keyId

/** How an attribute names the key; `undefined` where it is no name of one. */
export const keyForm = ({ of: { resource }, path: [attribute] }: Symbolic): Form | undefined =>
  typeof attribute === 'string' ? attributesOf(resource.mode, resource.type)?.forms.get(attribute) : undefined
