import type { RuleMetadata } from '../rule-metadata.js'
import { safeJson } from './control-characters.js'
import { createStyle, type Style, type TextOptions } from './style.js'
import { hanging, wrap } from './wrap.js'

const GAP = '  '
/** In fewer columns nobody wants to read a title. */
const LEAST_TITLE = 30
const SEVERITY = 'severity'.length
const PLAN = 'plan'.length

/** All that is known of each rule, as schemas/rules.schema.json describes it. */
export const ruleListJson = (rules: readonly RuleMetadata[]): string => `${safeJson(rules)}\n`

/** A table, its titles wrapped where the terminal is too narrow for them; or, where it is too narrow for that, a list. */
export const ruleListText = (rules: readonly RuleMetadata[], { color, columns }: TextOptions): string => {
  const style = createStyle(color)
  const id = Math.max(...rules.map((rule) => rule.id.length))
  const room = columns - [id, SEVERITY, PLAN].reduce((sum, width) => sum + width + GAP.length, 0)
  const lines = room < LEAST_TITLE ? list(rules, style, columns) : table(rules, style, { id, room })
  return `${lines.join('\n')}\n`
}

const table = (
  rules: readonly RuleMetadata[],
  style: Style,
  { id: width, room }: { readonly id: number; readonly room: number },
): readonly string[] => [
  style.strong(['rule'.padEnd(width), 'severity', 'plan', 'what it finds'].join(GAP)),
  ...rules.flatMap(({ id, severity, planOnly, title }) => {
    const plan = (planOnly ? 'only' : '').padEnd(PLAN)
    const start = [id.padEnd(width), style.severity(severity, severity) + ' '.repeat(SEVERITY - severity.length), plan]
    const [first = '', ...rest] = wrap(title, room)
    const indent = ' '.repeat(width + SEVERITY + PLAN + 3 * GAP.length)
    return [[...start, first].join(GAP), ...rest.map((line) => indent + line)]
  }),
]

const list = (rules: readonly RuleMetadata[], style: Style, columns: number): readonly string[] =>
  rules.flatMap(({ id, severity, planOnly, title }) => [
    id,
    ...hanging(`${GAP}${style.severity(severity, severity)}: `, planOnly ? `${title} (plans only)` : title, columns),
  ])
