import type { Rule } from '../rule.js'
import { UserError } from '../source/diagnostic.js'
import { nearestName } from '../source/nearest-name.js'
import { unusedSuppression } from '../suppression/index.js'
import type { SelectedRule } from './check.js'
import type { LintOptions } from './options.js'

type Choice = Pick<LintOptions, 'only' | 'skip' | 'severities'>

/** The rules that `--only`, `--skip` and the config leave. Who asks for a rule by name gets it, whatever the config says. */
export const selectRules = (
  rules: readonly Rule[],
  { only = [], skip = [], severities = new Map() }: Choice,
): readonly SelectedRule[] => {
  const ids = rules.map(({ metadata }) => metadata.id)
  for (const id of [...only, ...skip, ...severities.keys()]) {
    if (ids.includes(id) || id === unusedSuppression.id) continue
    const near = nearestName(id, [...ids, unusedSuppression.id])
    throw new UserError(
      `there is no rule ${id}`,
      near === undefined ? `the rules are ${ids.join(', ')}` : `did you mean ${near}?`,
    )
  }
  if (only.length > 0 && only.every((id) => id === unusedSuppression.id)) {
    throw new UserError(
      `${unusedSuppression.id} runs no rule, and without one no suppression can meet a finding`,
      'name the rules whose suppressions are meant beside it',
    )
  }
  return rules.flatMap((rule): readonly SelectedRule[] => {
    const { id } = rule.metadata
    const configured = severities.get(id)
    const isWanted = only.length === 0 ? configured !== 'off' : only.includes(id)
    if (!isWanted || skip.includes(id)) return []
    return configured === undefined || configured === 'off' ? [rule] : [{ ...rule, configured }]
  })
}
