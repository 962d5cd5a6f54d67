import { instanceIdentity } from './address.js'
import { identity } from './identity.js'
import type { List, Mapping, Symbolic, Text, Value } from './value.js'

/**
 * Terraform's `==`, which converts nothing: a list and a tuple are never equal, whatever they hold, and `[]` is a tuple, so that
 * `var.zones == []` is false of a `list(string)` even where it is empty. `undefined` where it is not known.
 */
export const equalInTypeToo = (left: Value, right: Value): boolean | undefined => {
  const types = [typeOf(left), typeOf(right)]
  const [one, other] = types
  if (one === undefined || other === undefined) return equal(left, right)
  if (types.some((type) => isStructural(type)) && one !== other) return false
  // Of what type the elements are that are not there, nobody knows.
  return !isStructural(one) && isEmpty(left) && isEmpty(right) ? undefined : equal(left, right)
}

const typeOf = (value: Value): (List | Mapping)['type'] | undefined =>
  value.kind === 'list' || value.kind === 'mapping' || value.kind === 'repeated' ? value.type : undefined

const isStructural = (type: (List | Mapping)['type'] | undefined): boolean => type === 'tuple' || type === 'object'

const isEmpty = (value: Value): boolean =>
  (value.kind === 'list' && value.items.length === 0) || (value.kind === 'mapping' && value.entries.size === 0)

/** Whether two values hold the same, converting nothing in them; `undefined` where it is not known. */
export const equal = (left: Value, right: Value): boolean | undefined => {
  const id = identity(left)
  if (id !== undefined && id === identity(right)) return true
  if (left.kind === 'symbolic' && right.kind === 'symbolic' && areOwnNames(left, right)) return false
  if (left.kind === 'symbolic') return left.value === undefined ? differs(left, right) : equal(left.value, right)
  if (right.kind === 'symbolic') return right.value === undefined ? differs(right, left) : equal(left, right.value)
  if (left.kind === 'choice') return agreed(left.arms.map((arm) => equal(arm, right)))
  if (right.kind === 'choice') return agreed(right.arms.map((arm) => equal(left, arm)))
  if (left.kind === 'text' && right.kind === 'known') return couldBe(left, right.value)
  if (left.kind === 'known' && right.kind === 'text') return couldBe(right, left.value)
  if (left.kind === 'known' && right.kind === 'known') return left.value === right.value
  if (left.kind === 'list' && right.kind === 'list') {
    if (left.items.length !== right.items.length) {
      return left.type === 'set' || right.type === 'set' ? undefined : false
    }
    return every(left.items.map((item, at) => equal(item, right.items[at] ?? item)))
  }
  if (left.kind === 'mapping' && right.kind === 'mapping') {
    if (left.entries.size !== right.entries.size) return false
    return every(
      Array.from(left.entries, ([key, entry]) => {
        const other = right.entries.get(key)
        return other === undefined ? false : equal(entry, other)
      }),
    )
  }
  const kinds = new Set([left.kind, right.kind])
  return kinds.has('unknown') || kinds.has('opaque') || kinds.has('repeated') || kinds.has('text') ? undefined : false
}

/** A name that AWS gives is known only after apply, but then it is neither null nor empty. */
const differs = ({ path }: Symbolic, other: Value): false | undefined => {
  if (other.kind !== 'known' || (other.value !== null && other.value !== '')) return undefined
  const [attribute] = path
  if (path.length === 0) return false
  return path.length === 1 && typeof attribute === 'string' && NAMES.test(attribute) ? false : undefined
}

const NAMES = /(?:^|_)(?:id|arn|identifier|endpoint)$/

/** No two managed resources have one ARN. */
const areOwnNames = (left: Symbolic, right: Symbolic): boolean =>
  isOwnName(left) && isOwnName(right) && instanceIdentity(left.of) !== instanceIdentity(right.of)

const isOwnName = ({ of, path, pathLost }: Symbolic): boolean =>
  of.resource.mode === 'managed' &&
  (of.key.kind === 'none' || of.key.kind === 'known') &&
  identity({ kind: 'symbolic', of, path }) !== undefined &&
  !pathLost &&
  path.length === 1 &&
  path[0] === 'arn'

const every = (answers: readonly (boolean | undefined)[]): boolean | undefined =>
  answers.includes(false) ? false : answers.includes(undefined) ? undefined : true

const agreed = (answers: readonly (boolean | undefined)[]): boolean | undefined =>
  answers.every((answer) => answer === answers[0]) ? answers[0] : undefined

/** Text that begins or ends otherwise is certain to differ. */
const couldBe = (text: Text, value: unknown): false | undefined => {
  if (typeof value !== 'string') return false
  const first = text.parts[0]
  const last = text.parts.at(-1)
  if (typeof first === 'string' && !value.startsWith(first)) return false
  return typeof last === 'string' && !value.endsWith(last) ? false : undefined
}
