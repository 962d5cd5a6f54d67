/** The bare ID of the key that a call is given otherwise, as RDS reports it. */
import { expression, fix, type NewValue } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import type { Value } from '../../terraform/value.js'
import { keyIdAttribute } from '../keys/kms-attributes.js'
import { providerName } from '../places/provider.js'
import { ResourceInstance } from '../resource-instance.js'
import { setInputs } from './call-inputs.js'
import type { CallInstance } from './call-instance.js'
import type { ModuleCluster } from './module-cluster.js'
import type { Input } from './table.js'

/** `undefined` where nobody knows the ID. */
export const bareKeyFix = (call: ModuleCluster): Fix | Unmended | undefined => {
  const input = call.streamInputs?.kmsKeyId
  const [only, ...others] = call.keys
  if (!input || !only || others.length > 0 || only.value.sensitive) return undefined
  const { value } = only
  const bare = bareKey(value)
  if (!bare || value.kind !== 'symbolic') return undefined
  const key = new ResourceInstance(call.evaluator, value.of)
  const provider = call.call.providers.get('aws')
  const isSame = (provider ?? 'aws') === (providerName(key) ?? 'aws')
  // What a call hands to the stream it hands to nothing else; a local value may be read in another region.
  const isOwn = value.origin?.holder === call.argument(input.input)
  const change = setInputs(call, [{ input, value: bare.value, old: value }])
  return fix(isSame && isOwn ? 'safe' : 'unsafe', `read ${bare.attribute} instead of ${value.path.join('.')}`, change)
}

/** `aws_kms_key.main.key_id` for `aws_kms_key.main.arn`, as it is written. */
const bareKey = (value: Value): { readonly value: NewValue; readonly attribute: string } | undefined => {
  const place = value.origin?.place
  if (value.kind !== 'symbolic' || !place) return undefined
  const { mode, type } = value.of.resource
  const attribute = keyIdAttribute(mode, type)
  const written = place.source.slice(place.span)
  const text = /^"\$\{\s*(.*?)\s*\}"$/.exec(written)?.[1] ?? written
  const ending = `.${value.path.join('.')}`
  if (attribute === undefined || ending === `.${attribute}` || !text.endsWith(ending)) return undefined
  if (value.attributes?.has(attribute) === false) return undefined
  return { value: expression(`${text.slice(0, -ending.length)}.${attribute}`), attribute }
}

export const bareKeyOf = (call: CallInstance, input: Input): NewValue | undefined => bareKey(call.value(input))?.value
