/** The candidate that the user most likely meant, if one is near enough: about one slip in three letters. */
export const nearest = (written: string, candidates: Iterable<string>): string | undefined => {
  let best: string | undefined
  let least = Math.max(2, Math.floor(written.length / 3)) + 1
  for (const candidate of candidates) {
    const edits = distance(written.toLowerCase(), candidate.toLowerCase(), least)
    if (edits >= least) continue
    least = edits
    best = candidate
  }
  return best
}

export const didYouMean = (written: string, candidates: Iterable<string>): string | undefined => {
  const meant = nearest(written, candidates)
  return meant === undefined ? undefined : `did you mean ${meant}?`
}

/** Insertions, deletions, replacements and swaps of neighbours; `limit` where it is not below. */
const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1)
      row.push(edits)
    }
    before = last
    last = row
  }
  return last[b.length] ?? limit
}
