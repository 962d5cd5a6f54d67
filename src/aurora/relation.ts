/** Whether something holds: unknown is never "no". `because` is the evidence, or what stands in the way. */
export interface Relation {
  readonly verdict: 'yes' | 'no' | 'undecided'
  readonly because: readonly string[]
}

export const yes = (...because: readonly string[]): Relation => ({ verdict: 'yes', because })
export const no = (...because: readonly string[]): Relation => ({ verdict: 'no', because })
export const undecided = (because: readonly string[]): Relation => ({ verdict: 'undecided', because })

export const NOT_KNOWN = 'its value is not known'

/** What is not known always has a reason, if only this one. */
export const orElse = (because: readonly string[], fallback: string): readonly string[] =>
  because.length > 0 ? because : [fallback]

/** True of one of several, nobody knows which: decided only where all agree. */
export const anyOneOf = (relations: readonly Relation[]): Relation => {
  const [first] = relations
  if (first && relations.every(({ verdict }) => verdict === first.verdict)) return first
  return undecided([...new Set(relations.flatMap(({ because }) => because))])
}
