/** What a function is worth where its arguments are undecided: each combination is tried. */
import { choice, hasFailed, MAXIMUM_ARMS, markSensitive } from '../construct.js'
import type { Choice, Value } from '../value.js'

/**
 * Applies `apply` to every combination of the choices among the arguments (with `deep`, also within their collections);
 * `undefined` where there are too many of them. The same choice met twice is decided once.
 * `id` names the choice that comes out.
 */
export const distribute = (
  args: readonly Value[],
  deep: boolean,
  id: () => string | undefined,
  apply: (args: readonly Value[]) => Value,
): Value | undefined => {
  const choices = new Map<string | Choice, Choice>()
  for (const arg of args) collect(arg, deep, choices)
  if (choices.size === 0) return apply(args)
  let count = 1
  for (const { arms } of choices.values()) count *= arms.length
  if (count > MAXIMUM_ARMS) return undefined
  const because = [...new Set([...choices.values()].flatMap((undecided) => undecided.because))]
  let decisions: readonly ReadonlyMap<string | Choice, Value>[] = [new Map()]
  for (const [key, undecided] of choices) {
    decisions = decisions.flatMap((made) => undecided.arms.map((arm) => new Map(made).set(key, arm)))
  }
  const outcomes = decisions.map((decision) => apply(args.map((arg) => decide(arg, deep, decision))))
  // What Terraform would refuse is not what is decided.
  const possible = outcomes.filter((outcome) => !hasFailed(outcome))
  return choice(possible.length === 0 ? outcomes : possible, because, id())
}

const collect = (value: Value, deep: boolean, into: Map<string | Choice, Choice>): void => {
  if (value.kind === 'choice') into.set(value.id ?? value, value)
  else if (!deep) return
  else if (value.kind === 'list') for (const item of value.items) collect(item, deep, into)
  else if (value.kind === 'mapping') for (const entry of value.entries.values()) collect(entry, deep, into)
}

const decide = (value: Value, deep: boolean, decision: ReadonlyMap<string | Choice, Value>): Value => {
  if (value.kind === 'choice') {
    const arm = decision.get(value.id ?? value) ?? value
    return value.sensitive ? markSensitive(arm) : arm
  }
  if (!deep) return value
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => decide(item, deep, decision)) }
  if (value.kind !== 'mapping') return value
  const entries = new Map<string, Value>()
  for (const [key, entry] of value.entries) entries.set(key, decide(entry, deep, decision))
  return { ...value, entries }
}
