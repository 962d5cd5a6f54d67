import { display } from '../../src/aurora/display.js'
import { type UnsupportedMode, unsupportedModes } from '../../src/aurora/eligibility/stream-mode.js'
import { changesOnly, replaceText, servesOne } from '../../src/aurora/patch.js'
import { related } from '../../src/aurora/related.js'
import type { Stream } from '../../src/aurora/stream.js'
import type { Fix } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'

// The provider knows the two modes, but not that Aurora MySQL has only one of them.
export const check: Check = function* ({ streams }) {
  for (const stream of streams) {
    const unsupported = unsupportedModes(stream)
    const [first] = unsupported
    if (!first) continue
    const { text, value, cluster, meant } = first
    const shown = display(text, value)
    yield {
      on: stream,
      argument: 'mode',
      value,
      message: cluster
        ? `mode of ${stream.address} is ${shown}, which no stream of Aurora MySQL has`
        : `mode of ${stream.address} is ${shown}, neither sync nor async`,
      hint: meant === undefined ? 'write "async" or, on Aurora PostgreSQL, "sync"' : `write "${meant}"`,
      related: cluster ? [related(cluster, 'its cluster')] : [],
      fix: fix(stream, unsupported),
    }
  }
}

/** The argument is ForceNew, but no stream of such a mode runs that the patch could replace. Of a condition, all arms or none. */
const fix = (stream: Stream, unsupported: readonly UnsupportedMode[]): Fix | undefined => {
  const rewrites = unsupported.flatMap(({ text, value, cluster, meant }) => {
    const rewrite = meant === undefined ? undefined : replaceText(value, text, meant)
    return rewrite ? [{ rewrite, value, isWrongEverywhere: cluster === undefined }] : []
  })
  const [first] = rewrites
  if (!first || rewrites.length < unsupported.length) return undefined
  // Elsewhere the same value may serve a stream that can have it.
  const isSafe = rewrites.every(
    ({ rewrite, value, isWrongEverywhere }) =>
      changesOnly(stream, 'mode', value, rewrite) && (isWrongEverywhere || servesOne(stream, value)),
  )
  return {
    safety: isSafe ? 'safe' : 'unsafe',
    title: `write ${first.rewrite.reference}`,
    edits: rewrites.map(({ rewrite }) => rewrite.edit),
  }
}
