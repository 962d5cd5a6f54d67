import { diffArrays } from 'diff'

/** Lines, each with its end, that both texts have (` `), or only the one before (`-`) or after (`+`). */
export interface LineChange {
  readonly sign: ' ' | '-' | '+'
  readonly lines: readonly string[]
}

/** The lines of a text with their ends, as diffs count them: a carriage return alone ends none. */
export const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/**
 * What makes the lines before those after. The library compares at most about so many lines at once, as its time grows with the square
 * of what changes: more are first parted at the lines that either side has once and that come in the same order in both (a patience
 * diff). Where there are none, it has to compare all.
 */
export const lineChanges = (
  before: readonly string[],
  after: readonly string[],
  most: number,
): readonly LineChange[] => {
  const changes: { readonly sign: LineChange['sign']; readonly lines: string[] }[] = []
  const add = (sign: LineChange['sign'], lines: readonly string[]): void => {
    if (lines.length === 0) return
    const last = changes.at(-1)
    if (last?.sign === sign) for (const line of lines) last.lines.push(line)
    else changes.push({ sign, lines: [...lines] })
  }
  const compare = (old: readonly string[], fresh: readonly string[]): void => {
    if (old.length === 0 || fresh.length === 0) {
      add('-', old)
      add('+', fresh)
      return
    }
    const anchors = old.length + fresh.length > most ? anchorsOf(old, fresh) : []
    if (anchors.length === 0) {
      for (const { value, added, removed } of diffArrays([...old], [...fresh]))
        add(added ? '+' : removed ? '-' : ' ', value)
      return
    }
    let next = { old: 0, fresh: 0 }
    for (const anchor of anchors) {
      compare(old.slice(next.old, anchor.old), fresh.slice(next.fresh, anchor.fresh))
      add(' ', old.slice(anchor.old, anchor.old + 1))
      next = { old: anchor.old + 1, fresh: anchor.fresh + 1 }
    }
    compare(old.slice(next.old), fresh.slice(next.fresh))
  }
  compare(before, after)
  return changes
}

/** Where a line stands on either side, zero-based. */
interface Anchor {
  readonly old: number
  readonly fresh: number
}

/** As many as possible of the lines that either side has once, in the order of both. */
const anchorsOf = (old: readonly string[], fresh: readonly string[]): readonly Anchor[] => {
  const places = onlyPlaces(fresh)
  const common = [...onlyPlaces(old)].flatMap(([line, at]): readonly Anchor[] => {
    const place = places.get(line)
    return place === undefined ? [] : [{ old: at, fresh: place }]
  })
  return longestRising(common)
}

/** Of the lines that are there once, where they are, in their order. */
const onlyPlaces = (lines: readonly string[]): ReadonlyMap<string, number> => {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (const [index, line] of lines.entries()) {
    if (places.has(line)) repeated.add(line)
    else places.set(line, index)
  }
  for (const line of repeated) places.delete(line)
  return places
}

interface Chain {
  readonly anchor: Anchor
  readonly before: Chain | undefined
}

/** The longest of the sequences that rise on the fresh side, too, of anchors that rise on the old one. */
const longestRising = (anchors: readonly Anchor[]): readonly Anchor[] => {
  // Of the sequences of each length, the one that ends first.
  const chains: Chain[] = []
  for (const anchor of anchors) {
    let low = 0
    let high = chains.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((chains[middle]?.anchor.fresh ?? 0) < anchor.fresh) low = middle + 1
      else high = middle
    }
    chains[low] = { anchor, before: chains[low - 1] }
  }
  const longest: Anchor[] = []
  for (let chain = chains.at(-1); chain; chain = chain.before) longest.push(chain.anchor)
  return longest.reverse()
}
