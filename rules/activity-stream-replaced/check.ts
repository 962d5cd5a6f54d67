import { knownArms } from '../../src/aurora/known-arms.js'
import { correctText } from '../../src/aurora/patches/corrected-text.js'
import type { Stream } from '../../src/aurora/stream.js'
import { fix } from '../../src/edit/index.js'
import type { Fix, Unmended } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'
import type { PlannedChange } from '../../src/terraform/planned-change.js'

// No argument of a stream can be changed in place: it is stopped, its Kinesis stream deleted, read or not, and both are made anew.
export const check: Check = function* ({ streams }) {
  for (const stream of streams) {
    const { change } = stream
    if (change?.effect !== 'replace') continue
    const [argument, ...others] = change.forcing
    const value = argument === undefined ? undefined : stream.value(argument)
    const { cause, hint } = REASONS.get(change.reason ?? '') ?? { cause: causeOf(change), hint: hintFor(change) }
    yield {
      on: stream,
      ...(argument !== undefined && others.length === 0 && { argument, ...(value && { value }) }),
      message: `${stream.address} is replaced, so its unread records are lost: ${cause}`,
      hint,
      because: clusterIsReplaced(stream) ? ['its cluster is replaced as well'] : [],
      fix: argument !== undefined && others.length === 0 ? patch(stream, argument) : undefined,
    }
  }
}

/** Writes the mode or the key that the stream runs with; that the change is not wanted is a guess. */
const patch = (stream: Stream, argument: string): Fix | Unmended | undefined => {
  const { change } = stream
  const meant = change?.isSensitive(argument) ? undefined : change?.before(argument)
  const arms = knownArms(stream.value(argument))
  const isWritten = arms.length > 0 && arms.every(({ value }) => value.kind === 'known')
  if (meant === undefined || !isWritten || !LITERALS.has(argument)) return undefined
  const corrected = correctText(arms.map((arm) => ({ ...arm, meant })))
  return corrected && fix('unsafe', `keep ${argument} as it is, "${meant}"`, corrected)
}

/** What is as well written as a text as with a reference; a cluster is not. */
const LITERALS: ReadonlySet<string> = new Set(['mode', 'kms_key_id'])

const causeOf = (change: PlannedChange): string =>
  change.forcing.map((name) => `${name} changes ${change.difference(name)}`).join(', ') || 'the plan does not say why'

const hintFor = ({ forcing }: PlannedChange): string => {
  const window = 'read its Kinesis stream to the end first, and apply when the cluster may restart'
  const [argument] = forcing
  if (argument === undefined) return window
  return argument === 'kms_key_id' && forcing.length === 1
    ? `keep the key, written as the bare key ID (enable_key_rotation renews a key under its ID); else ${window}`
    : `keep ${forcing.join(' and ')}; else ${window}`
}

/** What replaces a stream although no argument asks for it (source: the values of action_reason in a plan's JSON). */
const REASONS: ReadonlyMap<string, { readonly cause: string; readonly hint: string }> = new Map([
  [
    'replace_because_tainted',
    {
      cause: 'it is tainted',
      hint: 'run terraform untaint with its address if it streams: an earlier apply of it failed late',
    },
  ],
  ['replace_by_request', { cause: 'the plan was made with -replace', hint: 'make the plan without -replace' }],
  [
    'replace_by_triggers',
    {
      cause: 'replace_triggered_by in its lifecycle asks for it',
      hint: 'take what changes out of replace_triggered_by',
    },
  ],
])

const clusterIsReplaced = ({ cluster }: Stream): boolean =>
  cluster.kind === 'found' && cluster.cluster.change?.effect === 'replace'
