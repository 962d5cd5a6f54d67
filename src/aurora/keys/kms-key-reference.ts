/** What the value of a stream's `kms_key_id` says about the key it means. */
import type { Evaluator } from '../../terraform/evaluator.js'
import type { Symbolic, Text, Value } from '../../terraform/value.js'
import { armsOf, reasons, resolve, symbolicName } from '../../terraform/values.js'
import { parseQuotedReference, type QuotedReference } from '../quoted-reference.js'
import { keyForm, keyIdAttribute } from './kms-attributes.js'
import { type KmsKey, kmsKeys } from './kms-key.js'

export type KmsKeyReference =
  /** A bare key ID, which is what RDS reports and the provider stores. */
  | { readonly kind: 'key-id'; readonly text: string }
  /** Names a key otherwise than RDS reports it. `attribute` of the same resource holds the bare ID. */
  | {
      readonly kind: 'key-arn' | 'alias-name' | 'alias-arn'
      readonly text: string
      readonly reference?: { readonly symbolic: Symbolic; readonly attribute: string }
    }
  | { readonly kind: 'quoted-reference'; readonly text: string; readonly quoted: QuotedReference }
  | { readonly kind: 'no-identifier'; readonly text: string }
  | { readonly kind: 'unknown'; readonly because: readonly string[] }

export interface JudgedKey {
  readonly reference: KmsKeyReference
  readonly value: Value
  /** The keys that it may name, found when they are asked for. */
  readonly named: () => readonly KmsKey[]
}

const KEY_ID = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/
const ALIAS = /^alias\/[A-Za-z0-9/_-]{1,250}$/
const ARN = /^arn:(?:aws|aws-cn|aws-us-gov|aws-eusc|aws-iso|aws-iso-b|aws-iso-e|aws-iso-f):kms:[a-z0-9-]+:\d{12}:(.+)$/
/** In no form of a key identifier: whatever else is unknown of a string with one of these, it names no key. */
const IMPOSSIBLE = /[.[\]<>${}\s]/

/** `referred` is what the argument refers to, where its value no longer says it. */
export const kmsKeyReferences = (value: Value, evaluator: Evaluator, referred = value): readonly JudgedKey[] =>
  armsOf(value.kind === 'symbolic' ? value : resolve(value)).map((arm) => ({
    reference: judge(arm),
    value: arm.origin || !value.origin ? arm : { ...arm, origin: value.origin },
    named: once(() => kmsKeys(referred === value ? arm : referred, evaluator)),
  }))

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Whether it is certain of each of them that AWS manages the key, which no stream can use. */
export const areAwsManaged = (keys: readonly JudgedKey[]): boolean => {
  const named = keys.flatMap((key) => key.named())
  return named.length > 0 && named.every(({ kind }) => kind === 'aws-managed')
}

const judge = (value: Value): KmsKeyReference => {
  switch (value.kind) {
    case 'known':
      return judgeLiteral(value.value)
    case 'text':
      return judgeText(value)
    case 'symbolic':
      return judgeSymbolic(value)
    case 'choice':
    case 'unknown':
    case 'list':
    case 'mapping':
    case 'repeated':
    case 'opaque':
      return { kind: 'unknown', because: reasons(value) }
    default:
      return value satisfies never
  }
}

const judgeLiteral = (value: string | number | boolean | null): KmsKeyReference => {
  if (value === null) return { kind: 'unknown', because: [] }
  const text = String(value)
  if (KEY_ID.test(text)) return { kind: 'key-id', text }
  if (ALIAS.test(text)) return { kind: 'alias-name', text }
  const named = ARN.exec(text)?.[1]
  if (named?.startsWith('key/') && KEY_ID.test(named.slice('key/'.length))) return { kind: 'key-arn', text }
  if (named !== undefined && ALIAS.test(named)) return { kind: 'alias-arn', text }
  const quoted = parseQuotedReference(text)
  return quoted ? { kind: 'quoted-reference', text, quoted } : { kind: 'no-identifier', text }
}

const judgeText = (value: Text): KmsKeyReference => {
  const shown = value.parts.map((part) => (typeof part === 'string' ? part : '…')).join('')
  const [first] = value.parts
  if (value.parts.some((part) => typeof part === 'string' && IMPOSSIBLE.test(part)))
    return { kind: 'no-identifier', text: shown }
  if (typeof first !== 'string') return { kind: 'unknown', because: reasons(value) }
  if (first.startsWith('alias/')) return { kind: 'alias-name', text: shown }
  if (!first.startsWith('arn:')) return { kind: 'unknown', because: reasons(value) }
  return { kind: shown.includes(':alias/') ? 'alias-arn' : 'key-arn', text: shown }
}

const judgeSymbolic = (value: Symbolic): KmsKeyReference => {
  const { resource } = value.of
  const attribute = keyIdAttribute(resource.mode, resource.type)
  const form = keyForm(value)
  const text = symbolicName(value)
  if (attribute !== undefined && form) {
    return form === 'key-id' ? { kind: form, text } : { kind: form, text, reference: { symbolic: value, attribute } }
  }
  // Another resource's argument, or a data source's own `key_id`: what was put into it counts.
  const held = value.value
  if (!held || held.kind === 'choice') return { kind: 'unknown', because: reasons(value) }
  const judged = judge(held)
  const isNamed = judged.kind === 'key-arn' || judged.kind === 'alias-name' || judged.kind === 'alias-arn'
  return isNamed && attribute !== undefined && !judged.reference
    ? { ...judged, reference: { symbolic: value, attribute } }
    : judged
}
