import { SourceFile } from '../source/source-file.js'
import type { Span } from '../source/span.js'
import { visible } from './control-characters.js'
import { glyphs } from './glyphs.js'
import { Phrases } from './phrases.js'
import { masksOf } from './redact.js'
import type { Report } from './report.js'
import type { Style } from './style.js'
import { fileDiff } from './unified-diff.js'

/** A file as it is and as it shall be. */
export interface ShownChange {
  /** From the root of the repository, `/`-separated. */
  readonly path: string
  readonly before: Version
  readonly after: Version
  /** Where they are a part of the file: how many lines stand above it. What follows of the same file is shown below the same names. */
  readonly linesAbove?: { readonly before: number; readonly after: number }
}

interface Version {
  readonly source: SourceFile
  /** What must not be shown, sorted, without overlaps. */
  readonly masks: readonly Span[]
}

/** `masked` is what the reports before and after know to be sensitive. */
export const shownChange = (path: string, before: SourceFile, text: string, masked: Report['masked']): ShownChange => {
  // Masks are those of a source, and a text that was read twice is two sources.
  const ofText = (source: SourceFile): Report['masked'] =>
    masked
      .filter((mask) => mask.source.path === source.path && mask.source.text === source.text)
      .map(({ span }) => ({ source, span }))
  const after = new SourceFile(before.path, text)
  const masks = masksOf(before, ofText(before))
  const secrets = new Phrases(masks.map((mask) => before.slice(mask)))
  return {
    path,
    before: { source: before, masks },
    after: { source: after, masks: masksAfter(after, [secrets], ofText(after)) },
  }
}

/** What was secret is so wherever else it stands now. */
export const masksAfter = (
  after: SourceFile,
  secrets: readonly Phrases[],
  masked: Report['masked'] = [],
): readonly Span[] => {
  const carriedOver = secrets.flatMap((phrases) => phrases.in(after.text).map((span) => ({ source: after, span })))
  return masksOf(after, [...masked, ...carriedOver])
}

/** The unified diff for people: nothing secret, and nothing that a terminal would act upon. No program takes it for a patch. */
export const shownDiff = (changes: readonly ShownChange[], style: Style): string =>
  changes
    .flatMap((change, index) => rows(change, change.path !== changes[index - 1]?.path, style))
    .map((row) => `${row}\n`)
    .join('')

const rows = (
  { path, before, after, linesAbove = { before: 0, after: 0 } }: ShownChange,
  isNamed: boolean,
  style: Style,
): readonly string[] => {
  const [from = '', to = '', ...rest] = fileDiff({ path, before: before.source.text, after: after.source.text })
    .split('\n')
    .slice(0, -1)
  if (from === '') return []
  const shown = isNamed ? [from, to].map((name) => style.strong(visible(name.trimEnd()))) : []
  let old = 0
  let fresh = 0
  for (const row of rest) {
    switch (row[0]) {
      case '@': {
        const [, oldStart, oldLength, freshStart, freshLength] = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@/.exec(row) ?? []
        old = Number(oldStart)
        fresh = Number(freshStart)
        const places = [`-${old + linesAbove.before},${oldLength}`, `+${fresh + linesAbove.after},${freshLength}`]
        shown.push(style.frame(`@@ ${places.join(' ')} @@`))
        break
      }
      case '-':
        shown.push(style.removed(`-${lineOf(before, old)}`))
        old += 1
        break
      case '+':
        shown.push(style.added(`+${lineOf(after, fresh)}`))
        fresh += 1
        break
      case ' ':
        shown.push(` ${lineOf(before, old)}`.trimEnd())
        old += 1
        fresh += 1
        break
      default:
        // Where the last line has no end.
        shown.push(style.quiet(row))
    }
  }
  return shown
}

const lineOf = ({ source, masks }: Version, line: number): string =>
  glyphs(source, line, masks)
    .map(({ text }) => text)
    .join('')
