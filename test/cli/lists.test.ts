/** `tf-das-lint rules` and `tf-das-lint explain RULE`. */
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pages, rules } from '../../src/program.js'
import { displayWidth } from '../../src/report/display-width.js'
import { report } from '../report/samples.js'
import { buildCommand, spawnCommand } from './built.js'
import { type Circumstances, type Run, runWith } from './captured.js'

const ids = rules.map(({ id }) => id)
const schema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8'))

const run = (argv: readonly string[], circumstances?: Circumstances): Promise<Run> =>
  runWith(report(), argv, circumstances)

const output = async (argv: readonly string[], circumstances?: Circumstances): Promise<string> => {
  const { code, stdout, stderr, request } = await run(argv, circumstances)
  expect({ code, stderr, request }).toEqual({ code: 0, stderr: '', request: undefined })
  return stdout
}

describe('rules', () => {
  it('are a line each, sorted, where lines can have any length', async () => {
    const [heading, ...lines] = (await output(['rules'])).trimEnd().split('\n')
    expect(heading).toMatch(/^rule +severity +plan +what it finds$/)
    expect(lines.map((line) => line.split(' ')[0])).toEqual(ids)
    for (const [index, { severity, title }] of rules.entries()) {
      expect(lines[index]).toMatch(new RegExp(` ${severity} `))
      expect(lines[index]?.endsWith(`  ${title}`)).toBe(true)
    }
  })

  it('fit the terminal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 40, max: 200 }), fc.boolean(), async (columns, color) => {
        const text = await output(['rules', '--color', color ? 'always' : 'never'], { columns, terminal: true })
        for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
        for (const { title } of rules) expect(text.replace(/\s+/g, '')).toContain(title.replace(/\s+/g, ''))
      }),
      { seed: 4, numRuns: 50 },
    )
  })

  it('are all that is known of them in JSON', async () => {
    const ajv = new Ajv({ allErrors: true }).addSchema(schema('rule.schema.json'), 'rule.schema.json')
    const validate = ajv.compile(schema('rules.schema.json'))
    const listed: unknown = JSON.parse(await output(['rules', '--format', 'json']))
    expect(validate(listed), JSON.stringify(validate.errors)).toBe(true)
    expect(listed).toEqual(rules)
    expect([...ids].sort()).toEqual(ids)
  })

  it('have a schema that names everything of rule.json', () => {
    const properties = (of: object): readonly string[] => ('properties' in of ? Object.keys(of.properties ?? {}) : [])
    const { items } = schema('rules.schema.json') as { readonly items: object }
    expect(new Set(['$schema', ...properties(items)])).toEqual(
      new Set([...properties(schema('rule.schema.json')), 'url']),
    )
  })

  it.each([
    [['--format', 'json', 'rules']],
    [['--format=json', 'rules']],
    [['--color', 'always', 'rules', '--format', 'json']],
  ])('are listed by %j, too', async (argv) => {
    expect(await output(argv)).toBe(await output(['rules', '--format', 'json']))
  })
})

describe('explain', () => {
  it.each(ids)('shows the page of %s, once', async (id) => {
    const text = await output(['explain', id])
    const lines = text.split('\n')
    expect(lines[0]).toBe(id)
    const headings = [...((await pages()).get(id) ?? '').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect(headings.length).toBeGreaterThan(3)
    for (const heading of headings) expect(lines.filter((line) => line === heading)).toHaveLength(1)
    expect(text).not.toContain('\u001b')
  })

  it('says what the page does not', async () => {
    const text = await output(['explain', 'missing-activity-stream'])
    expect(text).toContain('\n  error | since 0.1.0 | security | audit | CWE-778\n  yields to: invalid-resource-arn')
    expect(text).toContain('\n  related to: NIST 800-53r5 AU-2, ')
  })

  it('says what is known of unused-suppression, which findings name too', async () => {
    const text = await output(['explain', 'unused-suppression'])
    expect(text).toMatch(/^unused-suppression\n\n {2}Finds a suppression that matches no finding/)
    expect(text).toContain('#suppress-a-finding')
  })

  it('has colour on a terminal', async () => {
    expect(await output(['explain', ...ids.slice(0, 1)], { terminal: true })).toContain('\u001b[1m')
    expect(await output(['explain', ...ids.slice(0, 1), '--color', 'always'])).toContain('\u001b[1m')
  })

  it('shows several pages, each once', async () => {
    const [one = '', other = ''] = ids
    const text = await output(['explain', one, other, one])
    expect(text).toBe(`${await output(['explain', one])}\n${await output(['explain', other])}`)
  })
})

describe('help', () => {
  it('names the commands', async () => {
    const help = await output(['--help'])
    expect(help).toContain('tf-das-lint rules ')
    expect(help).toContain('tf-das-lint explain RULE...')
  })

  it.each([
    [['rules', '--help'], 'tf-das-lint rules\n', '--format'],
    [['--help', 'explain'], 'tf-das-lint explain RULE...\n', '--color'],
  ])('of %j is its own', async (argv, start, option) => {
    const help = await output(argv)
    expect(help.startsWith(start)).toBe(true)
    expect(help).toContain(option)
    expect(help).not.toContain('--fail-on')
  })
})

describe('a mistake', () => {
  it.each([
    [['explain'], 'tf-das-lint explain needs the id of a rule, such as tf-das-lint explain missing-activity-stream'],
    [
      ['explain', 'missing_activity_stream'],
      'there is no rule missing_activity_stream\ndid you mean missing-activity-stream?',
    ],
    [
      ['explain', 'MissingActivityStream'],
      'there is no rule MissingActivityStream\ndid you mean missing-activity-stream?',
    ],
    [['explain', 'missing-activity-stream', 'x'], 'there is no rule x\ntf-das-lint rules lists them'],
    [['explain', '__proto__'], 'there is no rule __proto__\ntf-das-lint rules lists them'],
    [['explain', '--format', 'json', 'x'], 'unknown option --format of tf-das-lint explain'],
    [['rules', '--format', 'sarif'], '--format of tf-das-lint rules is text, json; not "sarif"'],
    [['--strict', 'rules'], 'unknown option --strict of tf-das-lint rules\ntf-das-lint rules --help lists the options'],
    [['rules', '--fromat=json'], 'unknown option --fromat of tf-das-lint rules\ndid you mean --format?'],
    [['rules', 'infra'], 'tf-das-lint rules lists all rules and takes no path; not "infra"'],
    [['lint', '.'], 'there is neither a command nor a path "lint"\npaths are linted without a command: tf-das-lint .'],
    [['rule'], 'there is neither a command nor a path "rule"\ndid you mean tf-das-lint rules?'],
    [['explian', 'x'], 'there is neither a command nor a path "explian"\ndid you mean tf-das-lint explain x?'],
  ])('such as %j is told in a sentence', async (argv, message) => {
    const { code, stdout, stderr, request } = await run(argv)
    expect(stderr).toContain(`tf-das-lint: ${message}`)
    expect({ code, stdout, request }).toEqual({ code: 2, stdout: '', request: undefined })
  })
})

describe('a path of the name of a command', () => {
  it.each([
    [['./rules'], ['./rules']],
    [['--', 'rules'], ['rules']],
    [
      ['infra', 'rules'],
      ['infra', 'rules'],
    ],
    [['--only', 'rules', 'infra'], ['infra']],
    [
      ['-', 'explain'],
      ['-', 'explain'],
    ],
  ])('%j is linted', async (argv, paths) => {
    expect((await run(argv)).request).toMatchObject({ paths })
  })
})

describe('the built command', () => {
  it('lists and explains, and takes the help of SARIF from the pages', async () => {
    const command = await buildCommand()
    expect(await spawnCommand(command, ['rules'])).toEqual({ code: 0, stdout: await output(['rules']), stderr: '' })
    const argv = ['explain', ...ids]
    expect(await spawnCommand(command, argv)).toEqual({ code: 0, stdout: await output(argv), stderr: '' })
    const { stdout } = await spawnCommand(command, ['--format', 'sarif', '-'], { input: 'locals {}\n' })
    const [{ tool }] = JSON.parse(stdout).runs
    expect(tool.driver.rules.map(({ id }: { readonly id: string }) => id)).toEqual(ids)
    for (const { help } of tool.driver.rules) expect(help.markdown).toContain('\n\n## Prefer\n\n```hcl\n')
  })
})
