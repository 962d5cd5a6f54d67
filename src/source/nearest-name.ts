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
export const editDistance = (one: string, other: string, limit = Number.POSITIVE_INFINITY): number => {
  const [from, to] = withoutCommonEnds(one, other)
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

/** What both begin and end with is no matter of edits. */
const withoutCommonEnds = (one: string, other: string): readonly [string, string] => {
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one[start] === other[start]) start += 1
  let end = 0
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)]
}
