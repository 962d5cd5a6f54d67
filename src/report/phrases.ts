import type { Span } from '../source/span.js'

/** So many characters of each tell most of them apart. */
const MOST = 16

/** Many texts that are looked for at once, so that it takes about as long as looking for one. */
export class Phrases {
  /** All, by their beginnings; these by the code of their first character, and by their length. */
  readonly #byFirst = new Map<number, Map<number, Map<string, string[]>>>()

  /** Those that are empty are nowhere. */
  constructor(phrases: Iterable<string>) {
    for (const phrase of new Set(phrases)) {
      if (phrase === '') continue
      const beginning = phrase.slice(0, MOST)
      const byLength = gotten(this.#byFirst, phrase.charCodeAt(0), () => new Map<number, Map<string, string[]>>())
      const byBeginning = gotten(byLength, beginning.length, () => new Map<string, string[]>())
      gotten(byBeginning, beginning, () => []).push(phrase)
    }
  }

  /** Where they stand in a text, in its order. No two spans of one phrase overlap, those of several may. */
  in(text: string): readonly Span[] {
    if (this.#byFirst.size === 0) return []
    const found: Span[] = []
    const ends = new Map<string, number>()
    for (let start = 0; start < text.length; start += 1) {
      for (const [length, byBeginning] of this.#byFirst.get(text.charCodeAt(start)) ?? []) {
        for (const phrase of byBeginning.get(text.slice(start, start + length)) ?? []) {
          if ((ends.get(phrase) ?? 0) > start || !text.startsWith(phrase, start)) continue
          const end = start + phrase.length
          found.push({ start, end })
          ends.set(phrase, end)
        }
      }
    }
    return found
  }
}

const gotten = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
