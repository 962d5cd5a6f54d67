import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv, type ValidateFunction } from 'ajv'
import { parse } from 'yaml'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A file of the repository, by its path from the root. */
export const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8')

const folder = (path: string): readonly string[] =>
  readdirSync(`${root}${path}`)
    .sort()
    .map((name) => `${path}/${name}`)

export const ourWorkflows = folder('.github/workflows')
export const issueForms = folder('.github/ISSUE_TEMPLATE')

const EXAMPLES = 'fixtures/workflow-examples'

export const exampleWorkflows = [
  `${EXAMPLES}/github/plan-then-lint.yml`,
  `${EXAMPLES}/hcp-terraform/github-workflow.yml`,
] as const

/** Those that the README shows. */
export const readmeWorkflows = [...read('README.md').matchAll(/^```yaml\n(.*?)^```/gms)].flatMap(([, text = '']) =>
  /^jobs:/m.test(text) ? [text] : [],
)

/** Every file of the examples. */
export const examples = readdirSync(`${root}${EXAMPLES}`, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => `${parentPath.slice(root.length).replaceAll('\\', '/')}/${name}`)
  .sort()

type SchemaName =
  | 'azure-pipelines'
  | 'dependabot'
  | 'github-actions'
  | 'github-issue-forms'
  | 'github-workflows'
  | 'gitlab-ci'

const validators = new Map<SchemaName, ValidateFunction>()

/** What a published schema says against a YAML document: nothing where it is valid. */
export const faults = (schema: SchemaName, text: string): readonly string[] => {
  const validate = validators.get(schema) ?? compile(schema)
  validators.set(schema, validate)
  validate(parse(text))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** The published ones have keywords for editors, and formats, none of which matters here. */
const compile = (schema: SchemaName): ValidateFunction =>
  new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true }).compile(
    JSON.parse(read(`test/workflows/schemas/${schema}.json`)),
  )
