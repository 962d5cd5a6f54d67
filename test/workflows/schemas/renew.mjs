/**
 * Takes the schemas of this folder from a clone of https://github.com/python-jsonschema/check-jsonschema, which keeps the
 * published ones together:
 *
 *     node test/workflows/schemas/renew.mjs CLONE && npm run format
 *
 * That of Azure Pipelines describes each task there is, in 1.6 MB: only those of `TASKS` are kept.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'

const TASKS = ['Cache@2', 'PublishBuildArtifacts@1', 'PublishTestResults@2']
const SCHEMAS = [
  'azure-pipelines',
  'dependabot',
  'github-actions',
  'github-issue-forms',
  'github-workflows',
  'gitlab-ci',
]

const folder = `${argv[2]}/src/check_jsonschema/builtin_schemas/vendor`

/** The definition of a task lists the names of all, then what each takes. */
const withFewTasks = (schema) => {
  const { task } = schema.definitions
  const names = task.properties.task
  names.anyOf = names.anyOf.filter((each) => TASKS.includes(each.enum[0]))
  task.anyOf = task.anyOf.filter(({ properties }) =>
    TASKS.some((name) => new RegExp(properties.task.pattern).test(name)),
  )
  return schema
}

for (const name of SCHEMAS) {
  const schema = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'))
  const kept = name === 'azure-pipelines' ? withFewTasks(schema) : schema
  writeFileSync(fileURLToPath(new URL(`${name}.json`, import.meta.url)), `${JSON.stringify(kept, null, 2)}\n`)
}
