import type { StructuredPatchHunk } from 'diff'
import type { LineChange } from './line-changes.js'

/** The changes with so many lines around each, as the library writes them: those with at most twice as many between them are one hunk. */
export const hunksOf = (changes: readonly LineChange[], context: number): readonly StructuredPatchHunk[] => {
  const hunks: StructuredPatchHunk[] = []
  let oldLine = 1
  let newLine = 1
  let hunk: StructuredPatchHunk | undefined
  const write = (sign: LineChange['sign'], lines: readonly string[]): void => {
    if (!hunk) {
      hunk = { oldStart: oldLine, oldLines: 0, newStart: newLine, newLines: 0, lines: [] }
      hunks.push(hunk)
    }
    for (const line of lines) {
      if (line.endsWith('\n')) hunk.lines.push(`${sign}${line.slice(0, -1)}`)
      else hunk.lines.push(`${sign}${line}`, '\\ No newline at end of file')
    }
    if (sign !== '+') {
      hunk.oldLines += lines.length
      oldLine += lines.length
    }
    if (sign !== '-') {
      hunk.newLines += lines.length
      newLine += lines.length
    }
  }
  for (const [index, { sign, lines }] of changes.entries()) {
    const isFirst = index === 0
    const isLast = index === changes.length - 1
    if (sign !== ' ' || (!isFirst && !isLast && lines.length <= 2 * context)) {
      write(sign, lines)
      continue
    }
    const below = isFirst ? 0 : Math.min(context, lines.length)
    const above = isLast ? 0 : Math.min(context, lines.length)
    if (!isFirst) write(sign, lines.slice(0, below))
    hunk = undefined
    oldLine += lines.length - below - above
    newLine += lines.length - below - above
    if (!isLast) write(sign, lines.slice(lines.length - above))
  }
  return hunks
}
