import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lint, rules } from '../../src/program.js'
import { junit } from '../../src/report/junit.js'
import type { ReportOptions } from '../../src/report/reporter.js'
import { nodeFileSystem } from '../../src/source/node-file-system.js'
import { SourceFile } from '../../src/source/source-file.js'
import { NASTY, nastyFinding, nastyText, RUNS } from './nasty.js'
import { at, coverageRule, finding, keyRule, plain, plainFinding, report, stream } from './samples.js'
import { readXml, type XmlElement } from './xml-reader.js'
import { violations } from './xsd.js'

interface Shape {
  readonly attributes: readonly string[]
  readonly needs: readonly string[]
  readonly children: readonly string[]
}

const RESULT: Shape = { attributes: ['type', 'message'], needs: [], children: [] }

/** What the schema of Jenkins' xUnit plugin says of the elements that a report of ours has. */
const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['testsuites', { attributes: ['name', 'time', 'tests', 'failures', 'errors'], needs: [], children: ['testsuite'] }],
  [
    'testsuite',
    {
      attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'time'],
      needs: ['name', 'tests', 'failures', 'errors'],
      children: ['testcase'],
    },
  ],
  [
    'testcase',
    { attributes: ['name', 'time', 'classname'], needs: ['name'], children: ['failure', 'error', 'skipped'] },
  ],
  ['failure', RESULT],
  ['error', RESULT],
  ['skipped', RESULT],
])

const check = (element: XmlElement): void => {
  const shape = SHAPES.get(element.name)
  if (!shape) throw new Error(`${element.name} is in no report`)
  for (const key of element.attributes.keys()) expect(shape.attributes).toContain(key)
  for (const key of shape.needs) expect([...element.attributes.keys()]).toContain(key)
  for (const child of element.children) {
    expect(shape.children).toContain(child.name)
    check(child)
  }
}

const numberOf = (element: XmlElement, key: string): number => Number(element.attributes.get(key))
const resultsOf = (suite: XmlElement, kind: string): number =>
  suite.children.filter(({ children }) => children[0]?.name === kind).length

/** The suites, after all that always holds was checked. */
const read = (document: string): readonly XmlElement[] => {
  const root = readXml(document)
  check(root)
  const suites = root.children
  for (const suite of suites) {
    expect(numberOf(suite, 'tests')).toBe(suite.children.length)
    expect(numberOf(suite, 'failures')).toBe(resultsOf(suite, 'failure'))
    expect(numberOf(suite, 'errors')).toBe(resultsOf(suite, 'error'))
    expect(numberOf(suite, 'skipped')).toBe(resultsOf(suite, 'skipped'))
    expect(suite.children.length).toBeGreaterThan(0)
    const names = suite.children.map(({ attributes }) => attributes.get('name'))
    expect(new Set(names).size).toBe(names.length)
    for (const { children } of suite.children) {
      expect(children.length).toBeLessThanOrEqual(1)
      // Without a text, GitLab shows the attributes.
      for (const { text } of children) expect(text.trim()).not.toBe('')
    }
  }
  for (const key of ['tests', 'failures', 'errors'])
    expect(numberOf(root, key)).toBe(suites.reduce((sum, suite) => sum + numberOf(suite, key), 0))
  return suites
}

const suites = (parts: Parameters<typeof report>[0], options: Partial<ReportOptions> = {}) =>
  read(junit(report(parts), { ...plain, ...options }))

const outline = (all: readonly XmlElement[]) =>
  all.map((suite) => [
    suite.attributes.get('name'),
    suite.children.map(({ attributes, children }) => [attributes.get('name'), children[0]?.name ?? 'passed']),
  ])

describe('the JUnit report', () => {
  it('has a suite for each rule, with a test that fails for each finding, or one that passes', () => {
    expect(outline(suites({ findings: [finding()] }))).toEqual([
      ['invalid-kms-key-id', [['aws_rds_cluster_activity_stream.main.kms_key_id', 'failure']]],
      ['missing-activity-stream', [['nothing found', 'passed']]],
    ])
    expect(outline(suites({ rules: [keyRule] }))).toEqual([['invalid-kms-key-id', [['nothing found', 'passed']]]])
  })

  it('says in a failure what is wrong in one line, and all else in its text', () => {
    const [suite] = suites(
      { findings: [finding({ because: ['it was so'] })] },
      { repositoryPath: (path) => `infra/${path}` },
    )
    expect(suite?.children[0]?.attributes.get('classname')).toBe('tf-das-lint.invalid-kms-key-id')
    const failure = suite?.children[0]?.children[0]
    expect(failure?.attributes.get('type')).toBe('error')
    expect(failure?.attributes.get('message')).toMatch(/^the key of .* no key$/)
    expect(failure?.text.split('\n')).toEqual([
      failure?.attributes.get('message'),
      'at: infra/main.tf:7',
      'because: it was so',
      'help: write the reference without quotes',
      'patch: refer to the key',
      'docs: https://example.org/rules/invalid-kms-key-id',
    ])
  })

  it('skips what makes no build fail: notes, what is undecided, and what is suppressed where it is asked for', () => {
    const suppressed = [
      {
        finding: plainFinding({ address: 'aws_rds_cluster.known' }),
        suppression: { kind: 'baseline', file: 'baseline.json' },
      },
    ] as const
    const findings = [
      plainFinding({ severity: 'note', address: 'aws_rds_cluster.note' }),
      plainFinding({ severity: 'note', verdict: 'undecided', address: 'aws_rds_cluster.unknown' }),
    ]
    const [suite] = suites({ findings, suppressed }, { showSuppressed: true })
    expect(suite?.children.map(({ attributes, children: [result] }) => [attributes.get('name'), result?.name])).toEqual(
      [
        ['aws_rds_cluster.note.kms_key_id', 'skipped'],
        ['aws_rds_cluster.unknown.kms_key_id', 'skipped'],
        ['aws_rds_cluster.known.kms_key_id', 'skipped'],
      ],
    )
    expect(suite?.children.map(({ children: [result] }) => result?.attributes.get('type'))).toEqual([
      'note',
      'undecided',
      'suppressed',
    ])
    expect(suite?.children[2]?.children[0]?.text).toContain('suppressed: it was there when baseline.json was written')
    expect(outline(suites({ suppressed }))[0]).toEqual(['invalid-kms-key-id', [['nothing found', 'passed']]])
  })

  it('has errors for what could not be read', () => {
    const diagnostics = [
      { severity: 'error', message: 'broken', hint: 'close it', source: stream, span: { start: 40, end: 41 } },
      { severity: 'warning', message: 'odd', file: 'a.tf' },
      { severity: 'error', message: 'no plan', file: '-' },
      { severity: 'error', message: 'broken again', file: 'main.tf' },
    ] as const
    const [input] = suites({ diagnostics })
    expect(outline(input ? [input] : [])).toEqual([
      [
        'input',
        [
          ['main.tf', 'error'],
          ['a.tf', 'skipped'],
          ['standard input', 'error'],
          ['main.tf (2)', 'error'],
        ],
      ],
    ])
    expect(input?.children[0]?.children[0]?.text).toBe('broken\nat: main.tf:4\nhelp: close it')
  })

  it('names the tests apart, by their root modules and by number', () => {
    const names = (...findings: ReturnType<typeof finding>[]) =>
      suites({ findings, rules: [keyRule] })[0]?.children.map(({ attributes }) => attributes.get('name'))
    const of = (rootModule?: string) => finding({ address: 'a.b', path: 'c', ...(rootModule && { rootModule }) })
    expect(names(of('prod'), of('test'))).toEqual(['a.b.c (prod)', 'a.b.c (test)'])
    expect(names(of(), of(), of())).toEqual(['a.b.c', 'a.b.c (2)', 'a.b.c (3)'])
    expect(names(of(), of(), of('2'))).toEqual(['a.b.c', 'a.b.c (3)', 'a.b.c (2)'])
  })

  it('has a suite for findings of no rule that ran, and a name for those about no address', () => {
    const [, , suite] = suites({ findings: [plainFinding({ rule: 'unused-suppression', address: '' })] })
    expect(suite?.attributes.get('name')).toBe('unused-suppression')
    expect(suite?.children[0]?.attributes.get('name')).toBe('main.tf')
  })

  it('is well-formed and of the shape that Jenkins takes, whatever names and words hold', () => {
    fc.assert(
      fc.property(nastyText, nastyText, (nasty, other) => {
        const all = suites({
          findings: [nastyFinding(nasty), nastyFinding(other), nastyFinding(nasty)],
          rules: [keyRule, coverageRule],
          diagnostics: [{ severity: 'error', message: nasty, file: other }],
        })
        expect(all).toHaveLength(3)
        for (const { children } of all.slice(1, 2).flatMap((suite) => suite.children))
          expect(children[0]?.text.split('\n').map((line) => /^[a-z]+(?: \(unsafe\))?:? /.test(line))).toEqual(
            Array(8).fill(true),
          )
        expect(all[1]?.children).toHaveLength(3)
      }),
      RUNS,
    )
  })
})

const FIXTURES = ['everything-wrong', 'two-root-modules-apart', 'modules-in-modules', 'suppressed', 'unclosed-block']

const reports = (async (): Promise<readonly (readonly [string, string])[]> => {
  const fileSystem = nodeFileSystem(process.cwd())
  const linted = (...paths: readonly string[]) =>
    lint({ paths, fileSystem, environment: new Map(), variables: [], today: '2026-06-30' })
  const source = new SourceFile('modules/db/main.tf', stream.text)
  const ofFixtures = FIXTURES.map(async (fixture) => {
    const report = await linted(`fixtures/awkward/${fixture}`)
    return [fixture, junit(report, { ...plain, showSuppressed: true })] as const
  })
  return [
    ['no rules', junit(report({ rules: [] }), plain)],
    ['nothing', junit(report({ rules }), plain)],
    ['a module', junit(report({ rules, findings: [finding({ location: at(source, '"async"') })] }), plain)],
    ['nasty names', junit(report({ rules, findings: NASTY.map((nasty) => nastyFinding(nasty)) }), plain)],
    ['the sample', junit(await linted('fixtures/sample/main.tf'), plain)],
    ["the sample's plan", junit(await linted('fixtures/sample/plan.json'), plain)],
    ['what cannot be read', junit(await linted('no/such/directory'), plain)],
    ...(await Promise.all(ofFixtures)),
  ]
})()

describe('reports of what is really linted', () => {
  it('are well-formed, and say of each rule whether it found something', async () => {
    for (const [name, document] of (await reports).slice(1)) {
      const all = read(document).map(({ attributes }) => attributes.get('name'))
      expect(all, name).toEqual(expect.arrayContaining(rules.map(({ id }) => id)))
    }
  })

  it.skipIf(violations === undefined)(
    "are valid by the schema of Jenkins' xUnit plugin (skipped without xmllint, which .ci/tools/install brings)",
    async () => {
      expect(await violations?.('<testsuites><testsuite name="x"/></testsuites>')).toContain('tests')
      for (const [name, document] of await reports) expect(await violations?.(document), name).toBe('')
    },
  )
})
