/**
 * Runs every configuration under `fixtures/rules` and `fixtures/awkward` through the public API.
 *
 * A case is a `.tf` file or a folder (a root module with all it calls; several roots where nothing calls the others). It is
 * copied to an empty directory first, and linted there, so that no neighbour takes part.
 *
 * What a human expects stands in the case itself, as a comment on the line that the finding must point at:
 *
 *     kms_key_id = "aws_kms_key.audit.arn" # expect: invalid-kms-key-id
 *
 *     marker      = ( "# expect: " | "# expect-plan: " ) expectation { ", " expectation }
 *     expectation = rule-id [ " undecided" ] [ " x" number ]   ; x2: two findings on this line (two resource instances)
 *                 | "diagnostic"                               ; anywhere in a file: reading this file gives an error
 *
 * In JSON syntax the comment is a `"//"` property on the same line. The line is that of the attribute where one is wrong (of
 * the module call's argument, where the wrong value was passed in from there; in an object over many lines, that of the value),
 * else of the block's header.
 *
 * Markers are complete in both directions: every finding of a judged rule is expected, and every expectation met. The judged
 * rules are those that have a folder under `fixtures/rules`.
 *
 * Beside the source may stand `plan.json`, real Terraform's plan of the case (with `terraform.tfstate` as the state before). It is
 * linted twice. Beside its source it gives the source's findings and those of `# expect-plan:`, which only a plan can tell.
 * Alone it gives the same findings at the same addresses, or, where the JSON cannot hold the answer, those of
 * `expected.plan.json`. In `fixtures/awkward` the addresses of all of them are in `expected.json`, in any order; `"planOnly": true`
 * marks what only a plan can tell.
 *
 * A rule that needs a plan has the cases `avoid` and `prefer`, whose `main.tf` is the sample of its page; test/rules.test.ts
 * compares them.
 *
 * `golden.txt` in each folder pins wording and code frames; `UPDATE_GOLDENS=1` writes it anew, which nothing else does.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, sep } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Finding, Verdict } from '../src/finding.js'
import { mend } from '../src/fix/index.js'
import { type LintOptions, lint } from '../src/index.js'
import type { Report } from '../src/report/report.js'
import { text } from '../src/report/text.js'
import { nodeFileSystem } from '../src/source/node-file-system.js'
import { type Case, casesIn, fixtures, folders, SOURCE } from './cases.js'

interface Marker {
  readonly file: string
  readonly line: number
  readonly rule: string
  readonly verdict: Verdict
}

/** An entry of `expected.json`. */
interface Expected {
  readonly rule: string
  readonly verdict: Verdict
  readonly address: string
  readonly file?: string
  readonly line?: number
  readonly planOnly?: true
}

/** What is linted: a plan says all that its source does, and more. */
type Given = 'source' | 'plan'

const workspace = mkdtempSync(join(tmpdir(), 'tf-das-lint-fixtures-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

/** A finding may weigh less than its rule. */
const SEVERITIES: readonly (string | undefined)[] = ['error', 'warning', 'note']

const GOLDEN = 'golden.txt'

const rules = folders(join(fixtures, 'rules'))
const awkward = casesIn(join(fixtures, 'awkward'))

const sourcesOf = (path: string): readonly string[] => {
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => SOURCE.test(file))
    .map((file) => join(path, file))
    .sort()
}

const read = (path: string): string => readFileSync(path, 'utf8')

const readExpected = (path: string): readonly Expected[] => JSON.parse(read(path)) as readonly Expected[]

const fromSource = (path: string): readonly Expected[] =>
  readExpected(join(path, 'expected.json')).filter(({ planOnly }) => !planOnly)

/** Relative to the case, `/`-separated, as a finding names it when the case is linted from within. */
const nameWithin = (path: string, file: string): string =>
  statSync(path).isFile() ? basename(file) : relative(path, file).split(sep).join('/')

const MARKERS = { source: /# expect: ([^"#\r]*)/g, plan: /# expect(?:-plan)?: ([^"#\r]*)/g } as const

const expectationsOf = (
  path: string,
  given: Given,
): { readonly markers: readonly Marker[]; readonly broken: readonly string[] } => {
  const markers: Marker[] = []
  const broken: string[] = []
  for (const source of sourcesOf(path)) {
    const file = nameWithin(path, source)
    for (const [index, line] of read(source).split('\n').entries()) {
      const lists = [...line.matchAll(MARKERS[given])].map(([, list = '']) => list)
      for (const text of lists.flatMap((list) => list.split(','))) {
        const [, rule, undecided, times] = /^([a-z-]+)( undecided)?(?: x(\d+))?$/.exec(text.trim()) ?? []
        if (rule === undefined) throw new Error(`${source}:${index + 1}: not an expectation: ${text}`)
        if (rule === 'diagnostic') {
          broken.push(file)
          continue
        }
        if (!rules.includes(rule)) throw new Error(`${source}:${index + 1}: no such rule: ${rule}`)
        const marker: Marker = { file, line: index + 1, rule, verdict: undecided ? 'undecided' : 'violation' }
        for (let time = 0; time < Number(times ?? 1); time += 1) markers.push(marker)
      }
    }
  }
  return { markers, broken }
}

/** Copies a case, or the one document of it that is named, to an empty directory. */
const stage = (path: string, document?: string): string => {
  const directory = mkdtempSync(join(workspace, 'case-'))
  const from = document === undefined ? path : join(path, document)
  cpSync(from, statSync(from).isFile() ? join(directory, basename(from)) : directory, { recursive: true })
  return directory
}

const optionsIn = (directory: string, path: string): LintOptions => ({
  paths: [path],
  fileSystem: nodeFileSystem(directory),
  environment: new Map(),
  variables: [],
})

const lintIn = (directory: string, path: string): Promise<Report> => lint(optionsIn(directory, path))

const judged = (report: Report): readonly Finding[] => report.findings.filter(({ rule }) => rules.includes(rule))

const lineOf = ({ location }: Finding): { readonly file: string; readonly line: number } | undefined =>
  location?.kind === 'source'
    ? { file: location.source.path, line: location.source.position(location.span.start).line }
    : undefined

const place = (file: string | undefined, line: number | undefined): string => `${file ?? '?'}:${line ?? '?'}`

const show = ({ rule, verdict, address, file, line }: Expected): string =>
  `${rule} ${verdict} ${address}${file === undefined ? '' : ` ${place(file, line)}`}`

/** One string, so that a failure shows what is there and what is not. */
const sorted = (lines: readonly string[]): string => [...lines].sort().join('\n')

const placed = (findings: readonly Finding[]): string =>
  sorted(findings.map((finding) => show({ ...finding, ...lineOf(finding) })))

const addressed = (findings: readonly (Finding | Expected)[]): string =>
  sorted(findings.map(({ rule, verdict, address }) => show({ rule, verdict, address })))

const hasPlan = ({ path }: Case): boolean => existsSync(join(path, 'plan.json'))

const checkMarkers = (path: string, report: Report, given: Given): void => {
  const { markers, broken } = expectationsOf(path, given)
  const found = judged(report).map((finding) => {
    const at = lineOf(finding)
    return `${place(at?.file, at?.line)} ${finding.rule} ${finding.verdict}`
  })
  const expected = markers.map(({ file, line, rule, verdict }) => `${place(file, line)} ${rule} ${verdict}`)
  expect(sorted(found)).toBe(sorted(expected))
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error')
  expect(sorted([...new Set(errors.map(({ file }) => file ?? '?'))])).toBe(sorted(broken))
}

/** What holds for any finding, whatever the rule. */
const checkFindings = (report: Report): void => {
  for (const { rule, verdict, severity, because, location, message, hint } of judged(report)) {
    if (verdict === 'undecided') {
      expect(severity, `${rule}: an undecided finding is a note`).toBe('note')
      expect(because.length, `${rule}: an undecided finding says what stands in the way`).toBeGreaterThan(0)
    } else {
      const most = report.rules.find(({ id }) => id === rule)?.severity
      expect(SEVERITIES.slice(SEVERITIES.indexOf(most)), `${rule}: no more than the rule's severity`).toContain(
        severity,
      )
    }
    expect(message).not.toBe('')
    expect(hint).not.toBe('')
    if (location?.kind === 'source') {
      const { source, span } = location
      expect(source.position(span.end).line, 'a location is one line').toBe(source.position(span.start).line)
    }
  }
}

/** All patches of a case together take away the findings that carry them and bring no other. test/patches.test.ts says more of each. */
const checkFixes = async (directory: string, report: Report): Promise<void> => {
  const fixable = judged(report).filter(({ fix, verdict }) => fix && verdict === 'violation')
  if (fixable.length === 0) return
  const { after } = await mend(lint, { ...optionsIn(directory, '.'), safety: 'unsafe' })
  const expected = judged(report).filter((finding) => !fixable.includes(finding))
  expect(addressed(judged(after))).toBe(addressed(expected))
  expect(after.diagnostics.length).toBe(report.diagnostics.length)
}

/** Whether there is something that only the plan tells. */
const tellsMore = (path: string): boolean =>
  expectationsOf(path, 'plan').markers.length > expectationsOf(path, 'source').markers.length

const checkGolden = async (folder: string, cases: readonly Case[]): Promise<void> => {
  const options = { color: false, columns: 80, quiet: true, category: '', repositoryPath: (path: string) => path }
  let golden = ''
  for (const { name, path } of cases) {
    const shown = text(await lintIn(stage(path), '.'), options)
    if (shown !== '') golden += `=== ${name}\n${shown}\n`
    if (!tellsMore(path)) continue
    golden += `=== ${name}: its plan\n${text(await lintIn(stage(path), 'plan.json'), options)}\n`
  }
  const file = join(folder, GOLDEN)
  if (process.env.UPDATE_GOLDENS === '1') {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, golden)
  }
  expect(existsSync(file), `${file} is missing: run once with UPDATE_GOLDENS=1 and read what it says`).toBe(true)
  expect(golden).toBe(read(file))
}

describe.each(rules)('fixtures/rules/%s', (rule) => {
  const folder = join(fixtures, 'rules', rule)
  const cases = casesIn(folder)

  test.each(cases)('$name', async ({ path }) => {
    const directory = stage(path)
    const report = await lintIn(directory, '.')
    checkMarkers(path, report, 'source')
    checkFindings(report)
    await checkFixes(directory, report)
  })

  const planned = cases.filter(hasPlan)

  test.each(planned)('$name: its plan, beside the source and alone', async ({ path }) => {
    const report = await lintIn(stage(path), 'plan.json')
    checkMarkers(path, report, 'plan')
    checkFindings(report)
    const alone = await lintIn(stage(path, 'plan.json'), 'plan.json')
    const own = join(path, 'expected.plan.json')
    expect(addressed(judged(alone))).toBe(addressed(existsSync(own) ? readExpected(own) : judged(report)))
    checkFindings(alone)
    expect(alone.diagnostics).toEqual([])
  })

  test('fires in some cases and is silent in others', () => {
    const firing = cases.filter(({ path }) =>
      expectationsOf(path, 'plan').markers.some((marker) => marker.rule === rule && marker.verdict === 'violation'),
    )
    const silent = cases.filter(({ path }) =>
      expectationsOf(path, 'plan').markers.every((marker) => marker.rule !== rule),
    )
    expect(firing.length).toBeGreaterThan(0)
    expect(silent.length).toBeGreaterThan(0)
  })

  test('is worded as in its golden', () => checkGolden(folder, cases))
})

test('every rule has its cases', () => {
  expect(folders(join(import.meta.dirname, '..', 'rules'))).toEqual(rules)
})

describe('fixtures/awkward', () => {
  test.each(awkward)('$name', async ({ path }) => {
    const directory = stage(path)
    const report = await lintIn(directory, '.')
    checkMarkers(path, report, 'source')
    checkFindings(report)
    expect(placed(judged(report))).toBe(sorted(fromSource(path).map(show)))
    await checkFixes(directory, report)
  })

  test('a patch of a value that another resource reads too is not safe', async () => {
    const [finding] = judged(await lintIn(stage(join(fixtures, 'awkward', 'shared-key-argument')), '.'))
    expect(finding?.rule).toBe('kms-key-forces-replacement')
    expect(finding?.fix?.safety).not.toBe('safe')
  })

  const planned = awkward.filter(hasPlan)

  test.each(planned)('$name: its plan alone', async ({ path }) => {
    const own = join(path, 'expected.plan.json')
    const expected = readExpected(existsSync(own) ? own : join(path, 'expected.json'))
    const report = await lintIn(stage(path, 'plan.json'), 'plan.json')
    expect(addressed(judged(report))).toBe(addressed(expected))
    checkFindings(report)
    expect(report.diagnostics).toEqual([])
  })

  test.each(planned)('$name: its plan beside the source', async ({ path }) => {
    const report = await lintIn(stage(path), 'plan.json')
    checkMarkers(path, report, 'plan')
    expect(placed(judged(report))).toBe(sorted(readExpected(join(path, 'expected.json')).map(show)))
  })

  test('are worded as in their golden', () => checkGolden(join(fixtures, 'awkward'), awkward))
})

describe('fixtures/sample', () => {
  const sample = join(fixtures, 'sample')
  const lines = read(join(sample, 'main.tf')).split('\n')
  const cluster = 'aws_rds_cluster.orders'
  const stream = 'aws_rds_cluster_activity_stream.audit'

  /** The six mistakes of the usual sample: what stands where, and nothing else. */
  const mistakes = [
    ['unsupported-engine-version', cluster, 'engine_version     = "5.7'],
    ['availability-zones-force-replacement', cluster, 'availability_zones'],
    ['invalid-database-identifier', cluster, 'database_name'],
    ['invalid-database-identifier', cluster, 'master_username'],
    ['unsupported-instance-class', 'aws_rds_cluster_instance.orders[0]', 'instance_class'],
    ['unsupported-instance-class', 'aws_rds_cluster_instance.orders[1]', 'instance_class'],
    ['invalid-kms-key-id', stream, 'kms_key_id'],
  ] as const

  const expected = (withLines: boolean): string =>
    sorted(
      mistakes.map(([rule, address, text]) => {
        const place = withLines ? { file: 'main.tf', line: lines.findIndex((line) => line.includes(text)) + 1 } : {}
        return show({ rule, verdict: 'violation', address, ...place })
      }),
    )

  test('has six mistakes, one of them twice, and the key gets its quotes taken away', async () => {
    const report = await lintIn(stage(sample), '.')
    expect(placed(report.findings)).toBe(expected(true))
    const key = report.findings.find(({ rule }) => rule === 'invalid-kms-key-id')
    expect(key?.fix?.edits.map(({ text }) => text)).toEqual(['aws_kms_key.database-audit.key_id'])
  })

  test('says the same by its plan alone', async () => {
    const report = await lintIn(stage(sample, 'plan.json'), 'plan.json')
    expect(addressed(report.findings)).toBe(expected(false))
  })
})
