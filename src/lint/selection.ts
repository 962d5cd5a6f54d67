import type { Rule } from '../rule.js'
import { UserError } from '../source/diagnostic.js'
import { nearestName } from '../source/nearest-name.js'
import { unusedSuppression } from '../suppression/index.js'
import type { LintOptions } from './options.js'

/** The rules that `--only` and `--skip` leave. */
export const selectRules = (rules: readonly Rule[], { only = [], skip = [] }: LintOptions): readonly Rule[] => {
  const ids = rules.map(({ metadata }) => metadata.id)
  for (const id of [...only, ...skip]) {
    if (ids.includes(id) || id === unusedSuppression.id) continue
    const near = nearestName(id, [...ids, unusedSuppression.id])
    throw new UserError(
      `there is no rule ${id}`,
      near === undefined ? `the rules are ${ids.join(', ')}` : `did you mean ${near}?`,
    )
  }
  return rules.filter(({ metadata: { id } }) => (only.length === 0 || only.includes(id)) && !skip.includes(id))
}
