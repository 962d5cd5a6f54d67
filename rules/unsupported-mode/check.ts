import { display } from '../../src/aurora/display.js'
import { type UnsupportedMode, unsupportedModes } from '../../src/aurora/eligibility/stream-mode.js'
import { correctText } from '../../src/aurora/patches/corrected-text.js'
import { changesOnly, servesOne } from '../../src/aurora/patches/ownership.js'
import { related } from '../../src/aurora/related.js'
import type { Stream } from '../../src/aurora/stream.js'
import { fix } from '../../src/edit/index.js'
import type { Fix, Unmended } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'

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
      fix: patch(stream, unsupported, meant),
    }
  }
}

/** The argument is ForceNew, but no stream of such a mode runs that the patch could replace. Of a condition, all arms or none. */
const patch = (stream: Stream, unsupported: readonly UnsupportedMode[], meant: string): Fix | Unmended | undefined => {
  const change = correctText(unsupported)
  if (!change) return undefined
  const isSafe = unsupported.every(
    ({ value, cluster, isGuess }) =>
      !isGuess &&
      changesOnly(stream, 'mode', value) &&
      // Elsewhere the same value may serve a stream that can have it.
      (cluster === undefined || servesOne(stream, value)),
  )
  return fix(isSafe ? 'safe' : 'unsafe', `write "${meant}"`, change)
}
