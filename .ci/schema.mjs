/**
 * The schema of the config names every rule, with what it finds and how much that weighs. The tests compare,
 * `node .ci/schema.mjs` writes (and `npm run format` says what it looks like).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { ruleMetadata } from './rules.mjs'

const file = fileURLToPath(new URL('../schemas/config.schema.json', import.meta.url))

/** What is reported like a rule, but is none: the one of src/suppression/unused-suppression.ts. */
const unusedSuppression = {
  id: 'unused-suppression',
  title: 'a suppression that matches no finding, or is written wrongly',
  severity: 'warning',
}

/** The schema as it stands. */
export const writtenSchema = () => JSON.parse(readFileSync(file, 'utf8'))

/** The same, with the rules that there are. */
export const freshSchema = () => {
  const rules = [...ruleMetadata(), unusedSuppression]
  const schema = writtenSchema()
  schema.properties.rules.properties = Object.fromEntries(
    rules.map(({ id, title, severity }) => [
      id,
      { description: `Finds ${title}.`, enum: ['error', 'warning', 'note', 'off'], default: severity },
    ]),
  )
  schema.definitions.rule.enum = rules.map(({ id }) => id)
  return schema
}

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, `${JSON.stringify(freshSchema(), null, 2)}\n`)
