/** A part of a file that a diff shows, as it is after the change. */
export interface Hunk {
  /** The number of its first line, 1-based. */
  readonly start: number
  /** Without the line feed at the end; a carriage return in front of it is part of the line. */
  readonly lines: readonly string[]
  /** The numbers of the lines right behind lines that the change deletes. */
  readonly behindDeleted: ReadonlySet<number>
}

const HEADER = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/

/** The hunks of a unified diff of one file. What does not hold as many lines as its header says is left out. */
export const hunksOf = (patch: string): readonly Hunk[] => {
  const hunks: (Hunk & { readonly lines: string[]; readonly behindDeleted: Set<number>; readonly length: number })[] =
    []
  let isBehindDeleted = false
  for (const row of patch.split('\n')) {
    const header = HEADER.exec(row)
    if (header) {
      const [, start, length = '1'] = header
      hunks.push({ start: Number(start), length: Number(length), lines: [], behindDeleted: new Set() })
      isBehindDeleted = false
      continue
    }
    const hunk = hunks.at(-1)
    if (!hunk) continue
    if (row.startsWith('-')) isBehindDeleted = true
    if (!row.startsWith('+') && !row.startsWith(' ')) continue // also what says that the last line has no end
    if (isBehindDeleted) hunk.behindDeleted.add(hunk.start + hunk.lines.length)
    isBehindDeleted = false
    hunk.lines.push(row.slice(1))
  }
  return hunks.filter(({ lines, length }) => lines.length === length && length > 0)
}

/** The hunk that shows all these lines. */
export const hunkAround = (hunks: readonly Hunk[], first: number, last: number): Hunk | undefined =>
  hunks.find(({ start, lines }) => start <= first && last < start + lines.length)
