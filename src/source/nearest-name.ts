/** The name that was probably meant: the nearest one, if at most about one letter in three differs. */
export const nearestName = (written: string, names: Iterable<string>): string | undefined => {
  let nearest: string | undefined
  let least = Math.max(2, Math.floor(written.length / 3)) + 1
  for (const name of names) {
    const edits = editDistance(written.toLowerCase(), name.toLowerCase(), least)
    if (edits >= least) continue
    least = edits
    nearest = name
  }
  return nearest
}

export const didYouMean = (written: string, names: Iterable<string>): string | undefined => {
  const meant = nearestName(written, names)
  return meant === undefined ? undefined : `did you mean ${meant}?`
}

/** Insertions, deletions, replacements and swaps of neighbours; `limit` where it is not below. */
export const editDistance = (from: string, to: string, limit = Number.POSITIVE_INFINITY): number => {
  if (Math.abs(from.length - to.length) >= limit) return limit
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced)
      row.push(swapped ? Math.min(edits, (before[j - 2] ?? 0) + 1) : edits)
    }
    before = last
    last = row
  }
  return last[to.length] ?? limit
}
