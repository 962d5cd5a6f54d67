import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, describe, expect, test } from 'vitest'
import { rules } from '../rules/index.js'
import { lint, nodeFileSystem, type RuleMetadata } from '../src/index.js'

const root = join(import.meta.dirname, '..')
const folder = (id: string): string => join(root, 'rules', id)
const ids = rules.map(({ metadata }) => metadata.id)
const workspace = mkdtempSync(join(tmpdir(), 'tf-das-lint-rules-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

const metadataOf = (id: string): RuleMetadata => {
  const rule = rules.find(({ metadata }) => metadata.id === id)
  if (!rule) throw new Error(`there is no rule ${id}`)
  return rule.metadata
}

const sentence = (title: string): string => `${title.charAt(0).toUpperCase()}${title.slice(1)}.`

/** The sample under a heading of a rule's page. */
const sample = (id: string, heading: string): string => {
  const page = readFileSync(join(folder(id), 'README.md'), 'utf8')
  const found = new RegExp(`^## ${heading}\\n+\`\`\`hcl\\n(.*?)\`\`\``, 'ms').exec(page)?.[1]
  if (found === undefined) throw new Error(`${id} has no sample under ${heading}`)
  return found
}

/** What a human expects of a fixture is no part of the sample. */
const EXPECTATION = / # expect(?:-plan)?: .*/g

/** Of a rule that needs a plan, the sample stands with its plan under the rule's fixtures, in `avoid` and `prefer`. */
const lintSample = async (id: string, heading: 'Avoid' | 'Prefer'): Promise<readonly string[]> => {
  const text = sample(id, heading)
  const directory = mkdtempSync(join(workspace, 'sample-'))
  if (!metadataOf(id).planOnly) {
    writeFileSync(join(directory, 'main.tf'), text)
    return findingsIn(directory, '.')
  }
  cpSync(join(root, 'fixtures', 'rules', id, heading.toLowerCase()), directory, { recursive: true })
  expect(readFileSync(join(directory, 'main.tf'), 'utf8').replace(EXPECTATION, '')).toBe(text)
  expect(await findingsIn(directory, '.'), 'its source alone').toEqual([])
  return findingsIn(directory, 'plan.json')
}

const findingsIn = async (directory: string, path: string): Promise<readonly string[]> => {
  const report = await lint({
    paths: [path],
    fileSystem: nodeFileSystem(directory),
    environment: new Map(),
    variables: [],
  })
  expect(report.diagnostics).toEqual([])
  expect(report.summary.clusters).toBe(1)
  return report.findings.map(({ rule, verdict }) => `${rule} ${verdict}`)
}

test('every folder is a listed rule, in order', () => {
  const folders = readdirSync(join(root, 'rules'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(ids).toEqual(folders.map(({ name }) => name).sort())
})

describe.each(ids)('%s', (id) => {
  test('has metadata as the schema describes it', () => {
    const schema: unknown = JSON.parse(readFileSync(join(root, 'schemas', 'rule.schema.json'), 'utf8'))
    const metadata: unknown = JSON.parse(readFileSync(join(folder(id), 'rule.json'), 'utf8'))
    const validate = new Ajv({ allErrors: true }).compile(schema as object)
    expect(validate(metadata), JSON.stringify(validate.errors)).toBe(true)
    expect(metadata).toMatchObject({ id })
    for (const stronger of metadataOf(id).yieldsTo) expect(ids).toContain(stronger)
    expect(metadataOf(id).yieldsTo).not.toContain(id)
  })

  test('fires on what its page says to avoid, and nothing else does', async () => {
    expect(await lintSample(id, 'Avoid')).toEqual([`${id} violation`])
  })

  test('is silent on what its page prefers, as all others are', async () => {
    expect(await lintSample(id, 'Prefer')).toEqual([])
  })

  test('has a page under its name, with its title as the first sentence and every section', () => {
    const page = readFileSync(join(folder(id), 'README.md'), 'utf8')
    const [heading, first = ''] = page.split('\n\n')
    expect(heading).toBe(`# ${id}`)
    expect(first.replaceAll('`', '').replaceAll('\n', ' ')).toBe(sentence(metadataOf(id).title))
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual([
      'What goes wrong',
      'How AWS reports it',
      'Avoid',
      'Prefer',
      'Patch',
      'When it is silent',
      'References',
    ])
  })
})
