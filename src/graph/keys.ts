/** The keys that a stream refers to, through aliases and data sources. */

import type { Where } from '../aurora/cluster-reference.js'
import { keyIdAttribute } from '../aurora/keys/kms-attributes.js'
import { type KmsKey, kmsKeys, TARGETS } from '../aurora/keys/kms-key.js'
import type { JudgedKey } from '../aurora/keys/kms-key-reference.js'
import { resourceAddress } from '../terraform/address.js'
import type { Value } from '../terraform/value.js'
import { resolve } from '../terraform/values.js'
import { blockOf, type Drawing, perhaps } from './drawing.js'
import { kindOf } from './kind.js'

/** What names a key. */
export interface KeyUser {
  readonly address: string
  readonly where: Where
  readonly keys: readonly JudgedKey[]
  /** `kms_key_id`, or an input of a module. */
  readonly argument: string
  /** Whether it is itself not certain to be there. */
  readonly isUncertain: boolean
}

/** A key by its ID, or one that AWS manages, is nothing that this configuration holds: it is no node. */
export const drawKeys = (drawing: Drawing, user: KeyUser): void => {
  const { address, keys, argument } = user
  for (const judged of keys) {
    const quoted = meantByQuotes(judged, user)
    const value = quoted ?? judged.value
    const named = quoted ? kmsKeys(quoted, user.where.evaluator) : judged.named()
    const isUncertain = user.isUncertain || quoted !== undefined || keys.length > 1 || named.length > 1
    const label = quoted ? `${argument} (in quotes)` : argument
    if (named.every(({ kind, through }) => kind !== 'resource' && through.length === 0)) {
      const to = drawSomeKey(drawing, value)
      if (to !== undefined) drawing.edge({ from: address, to, label, isUncertain: true })
    }
    for (const key of named) drawWay(drawing, key, { from: address, label, isUncertain })
  }
}

const drawWay = (
  drawing: Drawing,
  key: KmsKey,
  { from, label, isUncertain }: { readonly from: string; readonly label: string; readonly isUncertain: boolean },
): void => {
  let [last, by] = [from, label]
  for (const { reference } of [...key.through, ...(key.kind === 'resource' ? [key.key] : [])]) {
    const { resource } = reference
    const address = drawing.resource(reference, { kind: kindOf(resource) })
    drawing.edge({ from: last, to: address, label: by, ...perhaps(isUncertain) })
    last = address
    by = TARGETS.get(`${resource.mode === 'data' ? 'data.' : ''}${resource.type}`) ?? label
  }
}

/** A key of which nobody knows which instance is meant, or by which attribute. */
const drawSomeKey = (drawing: Drawing, value: Value): string | undefined => {
  const found = value.kind === 'symbolic' ? value : resolve(value)
  if (found.kind !== 'symbolic' || keyIdAttribute(found.of.resource.mode, found.of.resource.type) === undefined)
    return undefined
  if (found.of.key.kind !== 'any') return drawing.resource(found.of, { kind: kindOf(found.of.resource) })
  return drawing.node({ address: resourceAddress(found.of), kind: kindOf(found.of.resource) }, blockOf(found.of))
}

/** What a reference in quotes would be without them. */
const meantByQuotes = ({ reference, value }: JudgedKey, { where }: KeyUser): Value | undefined => {
  if (reference.kind !== 'quoted-reference' || value.sensitive) return undefined
  const module = value.origin?.module ?? where.module
  return where.evaluator.text(reference.quoted.text, module, module === where.module ? where.repetition : undefined)
}
