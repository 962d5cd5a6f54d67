import type { RuleMetadata } from '../rule-metadata.js'
import { safeJson } from './control-characters.js'
import { createStyle, type TextOptions } from './style.js'
import { wrap } from './wrap.js'

const GAP = '  '
/** Of fewer columns nobody wants to read a title: then it gets lines of its own. */
const LEAST_TITLE = 30

/** All that is known of each rule, as schemas/rules.schema.json describes it. */
export const ruleListJson = (rules: readonly RuleMetadata[]): string => `${safeJson(rules)}\n`

/** A row for each rule; its title is wrapped where it does not fit. */
export const ruleListText = (rules: readonly RuleMetadata[], { color, columns }: TextOptions): string => {
  const style = createStyle(color)
  const rows = [
    { id: 'rule', severity: 'severity', plan: 'plan', title: 'what it finds', paint: style.strong },
    ...rules.map(({ id, severity, planOnly, title }) => ({
      id,
      severity,
      plan: planOnly ? 'only' : '',
      title,
      paint: (text: string) => style.severity(severity, text),
    })),
  ]
  const widths = {
    id: Math.max(...rows.map(({ id }) => id.length)),
    severity: Math.max(...rows.map(({ severity }) => severity.length)),
    plan: Math.max(...rows.map(({ plan }) => plan.length)),
  }
  const room = columns - [widths.id, widths.severity, widths.plan].reduce((sum, width) => sum + width + GAP.length, 0)
  const lines = rows.flatMap(({ id, severity, plan, title, paint }) => {
    const cells = [id.padEnd(widths.id), paint(severity) + padding(severity, widths.severity), plan.padEnd(widths.plan)]
    if (room < LEAST_TITLE) return [cells.join(GAP), ...wrap(title, columns - GAP.length).map((line) => GAP + line)]
    const [first = '', ...rest] = wrap(title, room)
    return [[...cells, first].join(GAP), ...rest.map((line) => ' '.repeat(columns - room) + line)]
  })
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

const padding = (text: string, width: number): string => ' '.repeat(width - text.length)
