import { display } from '../../src/aurora/display.js'
import { type UnsupportedMode, unsupportedModes } from '../../src/aurora/eligibility/stream-mode.js'
import { knownArms } from '../../src/aurora/known-arms.js'
import { correctText } from '../../src/aurora/patches/corrected-text.js'
import { changesOnly, servesOne } from '../../src/aurora/patches/ownership.js'
import { related } from '../../src/aurora/related.js'
import { ofSameBlock } from '../../src/aurora/same-block.js'
import type { Stream } from '../../src/aurora/stream.js'
import { fix } from '../../src/edit/index.js'
import type { Fix, Unmended } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'
import type { Origin } from '../../src/terraform/reference.js'

// The provider knows the two modes, but not that Aurora MySQL has only one of them.
export const check: Check = function* ({ streams }) {
  for (const stream of streams) {
    const unsupported = unsupportedModes(stream)
    const [first] = unsupported
    if (!first) continue
    const { text, value, cluster, meant, isGuess } = first
    const shown = display(text, value)
    yield {
      on: stream,
      argument: 'mode',
      value,
      message: cluster
        ? `mode of ${stream.address} is ${shown}, which no stream of Aurora MySQL has`
        : `mode of ${stream.address} is ${shown}, neither sync nor async`,
      hint: isGuess ? 'write "async" or, on Aurora PostgreSQL, "sync"' : `write "${meant}"`,
      related: cluster ? [related(cluster, 'its cluster')] : [],
      fix: patch(stream, unsupported, meant, streams),
    }
  }
}

/** The argument is ForceNew, but no stream of such a mode runs that the patch could replace. Of a condition, all arms or none. */
const patch = (
  stream: Stream,
  unsupported: readonly UnsupportedMode[],
  meant: string,
  streams: readonly Stream[],
): Fix | Unmended | undefined => {
  const change = correctText(unsupported)
  if (!change) return undefined
  // What only the engine of this cluster refuses may be meant by a stream of another one.
  const right = ofSameBlock(stream, streams).find((other) => isChosen(other, unsupported))
  if (right) return { reason: `the mode of ${right.address}, of the same block, is in order` }
  const isSafe = unsupported.every(
    ({ value, cluster, isGuess }) =>
      !isGuess &&
      changesOnly(stream, 'mode', value) &&
      // Elsewhere the same value may serve a stream that can have it.
      (cluster === undefined || servesOne(stream, value)),
  )
  return fix(isSafe ? 'safe' : 'unsafe', `write "${meant}"`, change)
}

/** Whether the very text that is wrong here is right for another stream. */
const isChosen = (other: Stream, unsupported: readonly UnsupportedMode[]): boolean =>
  unsupportedModes(other).length === 0 &&
  knownArms(other.value('mode')).some(({ text, value: { origin } }) =>
    unsupported.some(({ text: wrong, value }) => wrong === text && isSamePlace(origin, value.origin)),
  )

const isSamePlace = (one: Origin | undefined, other: Origin | undefined): boolean =>
  one?.place !== undefined &&
  other?.place !== undefined &&
  one.place.source.path === other.place.source.path &&
  one.place.span.start === other.place.span.start
