/** What makes a key one that its streams can use, or gives them another. */
import { type Change, constant, fix, isUnmended, removeArguments, replaceValue, together } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import type { Value } from '../../terraform/value.js'
import type { KeyDefect } from '../keys/key-defect.js'
import type { ResourceInstance } from '../resource-instance.js'
import { Stream } from '../stream.js'
import type { Subject } from '../subject.js'
import { anotherKey } from './another-key.js'
import { placeOfResource } from './block-place.js'
import { isUsedByOthers } from './other-users.js'
import { writeArgument } from './own-argument.js'

export const usableKey = (
  { on, argument, mend }: KeyDefect,
  users: readonly Subject[],
  streams: readonly Stream[],
): Fix | Unmended | undefined => {
  switch (mend.kind) {
    case 'enable':
      // A plan's JSON does not say where a value was written.
      return on.isWithoutSource
        ? fix('unsafe', 'enable the key', writeArgument(on, argument, constant(true)))
        : enabled(mend.values)
    case 'leave-out':
      return isUsedByOthers(on) ? othersFor(users, streams) : ofAnotherKind(on, mend.names)
    case 'none':
      return othersFor(users, streams)
    default:
      return mend satisfies never
  }
}

/** Where each `false` is written. */
const enabled = (values: readonly Value[]): Fix | Unmended | undefined => {
  if (values.some(({ sensitive }) => sensitive)) return undefined
  const changes = values.map(({ origin }) => {
    if (!origin) return { reason: 'nobody knows where it is disabled' }
    const { place, holder } = origin
    if (!place) return { reason: `${holder.name} is not written in any file` }
    if (!/^"?false"?$/.test(place.source.slice(place.span))) return { reason: `${holder.name} is put together` }
    return replaceValue(place, constant(true))
  })
  return fix('unsafe', 'enable the key', together(...changes))
}

/** Its kind is that of all keys that say nothing of it. */
const ofAnotherKind = (key: ResourceInstance, names: readonly string[]): Fix | Unmended => {
  const place = placeOfResource(key.reference.resource)
  const change = removeArguments(place, names)
  return fix('unsafe', `replace ${key.address} with a symmetric encryption key`, change)
}

const othersFor = (users: readonly Subject[], streams: readonly Stream[]): Fix | Unmended | undefined => {
  const own = users.filter((user) => user instanceof Stream)
  if (own.length < users.length) return { reason: 'a module is given the key' }
  const fixes = own.map((stream) =>
    anotherKey({
      stream,
      values: stream.keys.map(({ value }) => value),
      streams,
      isWrong: (other) => own.includes(other),
    }),
  )
  const [first] = fixes
  if (!first || isUnmended(first)) return first
  const changes = fixes.flatMap((each): readonly (Change | Unmended)[] => {
    if (!each) return []
    return isUnmended(each) ? [each] : [{ edits: each.edits, snippet: each.snippet ?? '' }]
  })
  return changes.length < fixes.length ? undefined : fix('unsafe', first.title, together(...changes))
}
