import type { Stream } from '../../src/aurora/stream.js'
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
    }
  }
}

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
