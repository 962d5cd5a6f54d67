import type { Conversation, EarlierSuggestion } from './conversation.js'
import { type SuggestionMark, suggestionMark } from './marker.js'
import type { Outside, Placement } from './placement.js'
import { BEHIND, replacementsOf, type Suggestion } from './suggestion.js'

export interface MarkedSuggestion {
  readonly suggestion: Suggestion
  readonly mark: SuggestionMark
}

/** What becomes of the suggestions, old and new. */
export interface ReviewPlan {
  readonly fresh: readonly MarkedSuggestion[]
  /** Of those to be made, how many stand there already. */
  readonly kept: number
  /** Of those to be made, how many somebody has settled: they are left alone, whatever they said. */
  readonly settled: number
  /** They are to go: what they suggest is no patch any more, or cannot be committed where they stand. */
  readonly stale: readonly EarlierSuggestion[]
  readonly outside: readonly Outside[]
}

/** `isWhole`: what is not found any more is gone, and not just unread. */
export const reviewPlan = (
  { suggestions, outside }: Placement,
  earlier: Conversation['suggestions'],
  run: string,
  isWhole: boolean,
): ReviewPlan => {
  const fresh: MarkedSuggestion[] = []
  const standing = new Set<EarlierSuggestion>()
  let kept = 0
  let settled = 0
  for (const suggestion of suggestions) {
    const mark = suggestionMark(run, suggestion)
    const same = earlier.filter((each) => each.mark.findings === mark.findings)
    const still = same.find(
      ({ state, mark: { text } }) => state === 'unknown' || (state === 'open' && text === mark.text),
    )
    if (same.some(({ state }) => state === 'settled')) settled += 1
    else if (still) {
      kept += 1
      standing.add(still)
    } else fresh.push({ suggestion, mark })
  }
  const left = outside.filter((each) => {
    const still = stillOf(each, earlier, run)
    if (!still) return true
    kept += 1
    standing.add(still)
    return false
  })
  const replaced = new Set(fresh.map(({ mark }) => mark.findings))
  const stale = earlier.filter(
    (each) =>
      (each.state === 'open' || each.state === 'outdated') &&
      each.mark.run === run &&
      !standing.has(each) &&
      (isWhole || replaced.has(each.mark.findings)),
  )
  return { fresh, kept, settled, stale, outside: left }
}

/** The suggestion that can be committed where it stands, although a merge with the base has moved its lines here. */
const stillOf = (
  { patch, changes: [change], because }: Outside,
  earlier: Conversation['suggestions'],
  run: string,
): EarlierSuggestion | undefined => {
  const [edit] = patch.fix.edits
  if (because !== BEHIND || !change || !edit) return undefined
  const { path } = change
  const marks = replacementsOf(edit.source, patch.fix.edits).map((each) =>
    suggestionMark(run, { ...each, patch, path }),
  )
  return earlier.find(
    ({ state, mark }) =>
      state === 'open' && marks.some(({ findings, text }) => findings === mark.findings && text === mark.text),
  )
}
