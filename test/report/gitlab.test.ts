import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lint } from '../../src/program.js'
import { gitlab } from '../../src/report/gitlab.js'
import type { Report } from '../../src/report/report.js'
import type { ReportOptions } from '../../src/report/reporter.js'
import { nodeFileSystem } from '../../src/source/node-file-system.js'
import { SourceFile } from '../../src/source/source-file.js'
import { nastyFinding, nastyText, RUNS } from './nasty.js'
import { at, finding, plain, plainFinding, report, stream } from './samples.js'

/** GitLab checks each entry with this, and takes nothing from one that is wrong on. */
const ofParser = JSON.parse(readFileSync(new URL('codeclimate.json', import.meta.url), 'utf8'))
/** What its documentation asks for beyond that. */
const ofDocumentation = {
  required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
  properties: {
    description: { minLength: 1 },
    check_name: { type: 'string', pattern: '^[a-z0-9-]+$' },
    fingerprint: { minLength: 1 },
    severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
    location: {
      required: ['path', 'lines'],
      properties: {
        path: { minLength: 1, not: { pattern: '^\\./' } },
        lines: { required: ['begin'], properties: { begin: { minimum: 1 }, end: { type: 'integer', minimum: 1 } } },
      },
    },
  },
}
const validate = new Ajv({ allErrors: true, strict: false }).compile({
  type: 'array',
  items: { allOf: [ofParser, ofDocumentation] },
})

interface Issue {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: string
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end?: number } }
}

const issues = (told: Report, options: Partial<ReportOptions> = {}): readonly Issue[] => {
  const all: readonly Issue[] = JSON.parse(gitlab(told, { ...plain, ...options }))
  expect(validate(all), JSON.stringify(validate.errors, null, 2)).toBe(true)
  expect(new Set(all.map(({ fingerprint }) => fingerprint)).size).toBe(all.length)
  return all
}

describe('the Code Quality report', () => {
  it('has an entry for each finding', () => {
    expect(issues(report({ findings: [finding()] }), { repositoryPath: (path) => `./infra/${path}` })).toEqual([
      {
        description:
          'the key of aws_rds_cluster_activity_stream.main is the text "aws_kms_key.audit.arn", no key; ' +
          'write the reference without quotes',
        check_name: 'invalid-kms-key-id',
        fingerprint: 'f1e2d3',
        severity: 'critical',
        location: { path: 'infra/main.tf', lines: { begin: 7, end: 7 } },
      },
    ])
    expect(gitlab(report(), plain)).toBe('[]\n')
  })

  it('has the severities that GitLab knows', () => {
    const severities = [
      finding(),
      plainFinding({ severity: 'warning' }),
      plainFinding({ severity: 'note' }),
      plainFinding({ severity: 'note', verdict: 'undecided' }),
    ]
    expect(issues(report({ findings: severities })).map(({ severity }) => severity)).toEqual([
      'critical',
      'major',
      'minor',
      'info',
    ])
  })

  it('tells findings of one fingerprint apart, and leaves the first its own', () => {
    const of = (fingerprint: string) => finding({ fingerprint })
    const told = report({ findings: [of('a'), of('a'), of('a-2'), of('a'), of('a-2')] })
    expect(issues(told).map(({ fingerprint }) => fingerprint)).toEqual(['a', 'a-3', 'a-2', 'a-4', 'a-2-2'])
  })

  it('has a place for what has none, or GitLab would drop it with all that follows', () => {
    const of = (file: string) => finding({ location: { kind: 'document', file } })
    const { location: _, ...nowhere } = finding()
    expect(issues(report({ findings: [of('plan.json'), of('-'), nowhere] })).map(({ location }) => location)).toEqual([
      { path: 'plan.json', lines: { begin: 1 } },
      { path: 'main.tf', lines: { begin: 1 } },
      { path: 'main.tf', lines: { begin: 1 } },
    ])
  })

  it('says which root module a finding in a module is about', () => {
    const source = new SourceFile('modules/db/main.tf', stream.text)
    const found = plainFinding({ location: at(source, '"async"'), rootModule: 'prod', message: 'm', hint: '' })
    expect(issues(report({ findings: [found] }))[0]?.description).toBe('m; in the root module prod')
  })

  it('has entries for what could not be read', () => {
    const diagnostics = [
      { severity: 'error', message: 'broken', hint: 'close it', source: stream, span: { start: 40, end: 41 } },
      { severity: 'warning', message: 'odd', file: 'a.tf' },
      { severity: 'error', message: 'no such file', file: 'gone.tf' },
    ] as const
    const told = issues(report({ diagnostics }))
    expect(told.map(({ severity, check_name, location }) => [severity, check_name, location])).toEqual([
      ['blocker', 'unreadable-input', { path: 'main.tf', lines: { begin: 4 } }],
      ['minor', 'odd-input', { path: 'a.tf', lines: { begin: 1 } }],
      ['blocker', 'unreadable-input', { path: 'gone.tf', lines: { begin: 1 } }],
    ])
    expect(told[0]?.description).toBe('broken; close it')
  })

  it('is valid whatever names and words hold, and has no raw control characters', () => {
    fc.assert(
      fc.property(nastyText, nastyText, (nasty, other) => {
        const told = report({
          findings: [nastyFinding(nasty), nastyFinding(other)],
          diagnostics: [{ severity: 'error', message: `odd ${nasty}`, file: `x/${other}` }],
        })
        expect(issues(told)).toHaveLength(3)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
        expect(gitlab(told, plain)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
      }),
      RUNS,
    )
  })

  it.each([
    ['fixtures/sample/main.tf'],
    ['fixtures/sample/plan.json'],
    ['fixtures/awkward/everything-wrong'],
    ['fixtures/awkward/two-root-modules-apart'],
    ['fixtures/awkward/unclosed-block'],
    ['no/such/directory'],
  ])('is valid for %s', async (path) => {
    const told = await lint({
      paths: [path],
      fileSystem: nodeFileSystem(process.cwd()),
      environment: new Map(),
      variables: [],
      today: '2026-06-30',
    })
    expect(issues(told)).toHaveLength(told.findings.length + told.diagnostics.length)
    expect(issues(told).length).toBeGreaterThan(0)
  })
})
