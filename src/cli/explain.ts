import { name } from '../project.js'
import type { TextOptions } from '../report/style.js'
import type { RuleMetadata } from '../rule-metadata.js'
import { UserError } from '../source/diagnostic.js'
import { didYouMean } from '../source/nearest-name.js'
import { unusedSuppression } from '../suppression/unused-suppression.js'
import type { Engine } from './engine.js'

/** The pages of rules, each once. Throws a `UserError` where one of the ids names none. */
export const explanation = async (ids: readonly string[], engine: Engine, options: TextOptions): Promise<string> => {
  const known = [...engine.rules, unusedSuppression]
  const rules = new Set(ids.map((id) => ruleNamed(id, known)))
  const pages = await engine.pages()
  const { pageText } = await import('../report/rule-documents.js')
  return [...rules].map((rule) => pageText(rule, pages.get(rule.id) ?? shortPage(rule), options)).join('\n')
}

/** Of what is no rule about a configuration, the README says the rest. */
const shortPage = ({ id, title, description, url }: RuleMetadata): string =>
  `# ${id}\n\nFinds ${title}. ${description}\n\n## More\n\n${url}\n`

const ruleNamed = (id: string, rules: readonly RuleMetadata[]): RuleMetadata => {
  const found = rules.find((rule) => rule.id === id)
  if (found) return found
  const near = didYouMean(
    id,
    rules.map((rule) => rule.id),
  )
  throw new UserError(`there is no rule ${id}`, near ?? `${name} rules lists them`)
}
