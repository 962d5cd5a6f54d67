import type { Edit } from '../finding.js'
import { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { parseConfiguration } from '../terraform/load/parse.js'
import { edited } from './edited.js'
import { Phrases } from './phrases.js'
import { masksOf } from './redact.js'
import type { Report } from './report.js'
import { masksAfter, type ShownChange } from './shown-diff.js'
import { fileDiff } from './unified-diff.js'
import { isConfiguration } from './values-file.js'

/** Some lines of a file, whole blocks: from the first, which is zero-based, to the last, which is not among them. */
interface Lines {
  readonly from: number
  readonly to: number
}

/** More than the context that a diff shows on either side of a change. */
const MARGIN = 8

/** What is known of a file once, however many patches of it are shown. */
interface Known {
  readonly masks: readonly Span[]
  readonly secrets: Phrases
  /** The zero-based lines that begin outside of all blocks, in order, with the first of the file and the one behind the last. */
  readonly cuts: readonly number[]
}

/**
 * Shows what patches make of files: of each file the parts that a patch changes, so that it takes no longer in a large file than in a
 * small one. `masked` is what the report knows to be sensitive.
 */
export class ShownParts {
  readonly #masked: Report['masked']
  readonly #known = new WeakMap<SourceFile, Known>()

  constructor(masked: Report['masked']) {
    this.#masked = masked
  }

  /** The edits are those of one patch in the source, sorted and without overlaps. */
  of(path: string, source: SourceFile, edits: readonly Edit[]): readonly ShownChange[] {
    const known = this.#knownOf(source)
    for (let margin = MARGIN; ; margin *= 2) {
      const parts = partsOf(source, edits, known.cuts, margin)
      const shown = shownParts(path, source, edits, parts, known)
      const reachEnd = shown.some((change, index) => parts[index]?.to !== known.cuts.at(-1) && touchesEnd(change))
      if (!reachEnd) return shown
    }
  }

  #knownOf(source: SourceFile): Known {
    const before = this.#known.get(source)
    if (before) return before
    const own = this.#masked.filter((mask) => mask.source.path === source.path && mask.source.text === source.text)
    const masks = masksOf(
      source,
      own.map(({ span }) => ({ source, span })),
    )
    const secrets = new Phrases(masks.map((mask) => source.slice(mask)))
    const known = { masks, secrets, cuts: cutsOf(source) }
    this.#known.set(source, known)
    return known
  }
}

/** Only where all of the file is known to be blocks can it be cut between them. */
const cutsOf = (source: SourceFile): readonly number[] => {
  const ends: number[] = []
  if (isConfiguration(source.path) && !source.isJson) {
    const { body, diagnostics } = parseConfiguration(source, 'native')
    if (diagnostics.length === 0) ends.push(...body.blocks.map(({ span }) => source.lineIndex(span.end) + 1))
  }
  const last = source.lineStarts.length
  return [...new Set([0, ...ends.filter((line) => line < last), last])].sort((a, b) => a - b)
}

/** The blocks around each edit, with so many lines on either side of it; what overlaps is one. */
const partsOf = (
  source: SourceFile,
  edits: readonly Edit[],
  cuts: readonly number[],
  margin: number,
): readonly Lines[] => {
  const parts: Lines[] = []
  for (const { span } of edits) {
    const first = source.lineIndex(span.start) - margin
    const last = source.lineIndex(span.end) + margin
    const from = cuts.findLast((line) => line <= first) ?? 0
    const to = cuts.find((line) => line > last) ?? source.lineStarts.length
    const before = parts.at(-1)
    if (before && from < before.to) parts[parts.length - 1] = { from: before.from, to: Math.max(before.to, to) }
    else parts.push({ from, to })
  }
  return parts
}

const shownParts = (
  path: string,
  source: SourceFile,
  edits: readonly Edit[],
  parts: readonly Lines[],
  { masks, secrets }: Known,
): readonly ShownChange[] => {
  let moved = 0
  return parts.map(({ from, to }): ShownChange => {
    const start = source.lineStarts[from] ?? 0
    const end = source.lineStarts[to] ?? source.text.length
    const moveBy = ({ start: a, end: b }: Span): Span => ({ start: a - start, end: b - start })
    const before = new SourceFile(source.path, source.text.slice(start, end))
    const own = edits
      .filter(({ span }) => span.start >= start && span.end <= end)
      .map((edit) => ({ ...edit, span: moveBy(edit.span) }))
    const after = new SourceFile(source.path, edited(before.text, own))
    const near = masks
      .filter((mask) => mask.start < end && mask.end > start)
      .map((mask) => moveBy({ start: Math.max(mask.start, start), end: Math.min(mask.end, end) }))
    const change: ShownChange = {
      path,
      before: { source: before, masks: near },
      after: {
        source: after,
        masks: masksAfter(after, [secrets, new Phrases(near.map((mask) => before.slice(mask)))]),
      },
      linesAbove: { before: from, after: from + moved },
    }
    moved += after.lineStarts.length - before.lineStarts.length
    return change
  })
}

/** Whether the diff is cut off: what is the same on both sides may go on behind the part, and the change be shown there. */
const touchesEnd = ({ path, before, after }: ShownChange): boolean => {
  const diff = fileDiff({ path, before: before.source.text, after: after.source.text })
  const [, start, length] = [...diff.matchAll(/^@@ -(\d+),(\d+) /gm)].at(-1) ?? []
  return Number(start) + Number(length) >= before.source.lineStarts.length
}
