/** The name that was probably meant: the nearest one, if at most a third of its letters differ. */
export const nearestName = (wanted: string, names: readonly string[]): string | undefined => {
  let nearest: string | undefined
  let least = Math.floor(wanted.length / 3) + 1
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) >= least) continue
    const distance = editDistance(wanted, name)
    if (distance >= least) continue
    least = distance
    nearest = name
  }
  return nearest
}

/** Levenshtein's. */
export const editDistance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1]
    for (const [column, other] of [...to].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
