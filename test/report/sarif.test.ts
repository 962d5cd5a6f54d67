import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import type { Log, Run } from 'sarif'
import { describe, expect, it } from 'vitest'
import type { Edit } from '../../src/finding.js'
import { pages, rules } from '../../src/program.js'
import type { ReportOptions } from '../../src/report/reporter.js'
import { sarif } from '../../src/report/sarif.js'
import { SourceFile } from '../../src/source/source-file.js'
import { unusedSuppression } from '../../src/suppression/index.js'
import { at, finding, plain, plainFinding, related, report, spanOf, stream } from './samples.js'

/** The published schema is of draft 4; its only difference that matters here is the name of the identifier. */
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(readFileSync(new URL('sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'))
const validate = new Ajv({
  allErrors: true,
  strict: false,
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(text) && !/%(?![0-9A-F]{2})/.test(text),
    'date-time': true,
  },
}).compile(schema)

const run = (parts: Parameters<typeof report>[0], options: Partial<ReportOptions> = {}): Run => {
  const log: Log = JSON.parse(sarif(report(parts), { ...plain, ...options }))
  expect(validate(log), JSON.stringify(validate.errors, null, 2)).toBe(true)
  expect(log.runs).toHaveLength(1)
  const [only] = log.runs
  if (!only) throw new Error('no run')
  return only
}

describe('the SARIF report', () => {
  it('says what a config makes of a rule: results have the level, the descriptor keeps its own', () => {
    const { results, invocations, tool } = run({
      findings: [finding({ severity: 'warning' })],
      severities: new Map([
        ['invalid-kms-key-id', 'warning'],
        ['a-rule-that-did-not-run', 'note'],
      ]),
    })
    expect(results?.map(({ level }) => level)).toEqual(['warning'])
    expect(tool.driver.rules?.[0]?.defaultConfiguration).toEqual({ level: 'error' })
    expect(invocations?.[0]?.ruleConfigurationOverrides).toEqual([
      { descriptor: { id: 'invalid-kms-key-id', index: 0 }, configuration: { level: 'warning' } },
    ])
    expect(run({}).invocations?.[0]).not.toHaveProperty('ruleConfigurationOverrides')
  })

  it('places a result, with its rule, its fingerprint, its fix and what belongs to it', () => {
    const { results, artifacts, columnKind } = run({
      findings: [finding({ related: [related('the key', at(stream, 'resource "aws_kms_key" "audit"'))] })],
    })
    expect(columnKind).toBe('unicodeCodePoints')
    expect(artifacts).toEqual([{ location: { uri: 'main.tf', uriBaseId: '%SRCROOT%' } }])
    const artifactLocation = { uri: 'main.tf', uriBaseId: '%SRCROOT%', index: 0 }
    const region = { startLine: 7, startColumn: 18, endLine: 7, endColumn: 41 }
    expect(results).toEqual([
      {
        ruleId: 'invalid-kms-key-id',
        ruleIndex: 0,
        level: 'error',
        message: {
          text:
            'the key of aws_rds_cluster_activity_stream.main is the text "aws_kms_key.audit.arn", no key\n' +
            'write the reference without quotes\n[aws_kms_key.audit: the key](1)',
        },
        locations: [
          {
            physicalLocation: { artifactLocation, region },
            logicalLocations: [
              {
                fullyQualifiedName: 'aws_rds_cluster_activity_stream.main.kms_key_id',
                name: 'kms_key_id',
                kind: 'property',
              },
            ],
          },
        ],
        relatedLocations: [
          {
            id: 1,
            message: { text: 'the key' },
            physicalLocation: {
              artifactLocation,
              region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 31 },
            },
            logicalLocations: [{ fullyQualifiedName: 'aws_kms_key.audit', name: 'audit', kind: 'resource' }],
          },
        ],
        partialFingerprints: { primaryLocationLineHash: 'f1e2d3', 'tfDasLint/v1': 'f1e2d3' },
        fixes: [
          {
            description: { text: 'refer to the key' },
            artifactChanges: [
              {
                artifactLocation,
                replacements: [{ deletedRegion: region, insertedContent: { text: 'aws_kms_key.audit.key_id' } }],
              },
            ],
          },
        ],
        properties: {
          verdict: 'violation',
          address: 'aws_rds_cluster_activity_stream.main',
          path: 'kms_key_id',
          hint: 'write the reference without quotes',
          because: [],
        },
      },
    ])
  })

  it('describes every rule that ran, as code scanning shows it', () => {
    const { rules } = run({}).tool.driver
    expect(rules?.map(({ id }) => id)).toEqual(['invalid-kms-key-id', 'missing-activity-stream'])
    expect(rules?.[0]).toMatchObject({
      name: 'InvalidKmsKeyId',
      shortDescription: { text: 'The key of a stream is no KMS identifier.' },
      fullDescription: { text: expect.stringContaining('Validate and plan accept any text here') },
      help: { text: expect.any(String), markdown: expect.stringContaining('[Documentation](https://example.org') },
      helpUri: 'https://example.org/rules/invalid-kms-key-id',
      defaultConfiguration: { level: 'error' },
      properties: {
        tags: ['security', 'terraform', 'correctness', 'external/cwe/cwe-778'],
        precision: 'very-high',
        'security-severity': '5.5',
      },
    })
  })

  it('takes the help of every rule from its page, within what code scanning takes', async () => {
    const { rules: descriptors = [] } = run({ rules }, { pages: await pages() }).tool.driver
    expect(descriptors.map(({ id }) => id)).toEqual(rules.map(({ id }) => id))
    for (const { name, shortDescription, fullDescription, help, properties } of descriptors) {
      expect(name?.length).toBeLessThanOrEqual(255)
      expect(shortDescription?.text.length).toBeLessThanOrEqual(1024)
      expect(fullDescription?.text.length).toBeLessThanOrEqual(1024)
      // Beyond the first ten none is shown.
      expect(properties?.tags?.length).toBeLessThanOrEqual(10)
      expect(properties).toHaveProperty('planOnly')
      const headings = [...(help?.markdown ?? '').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
      expect(headings).toEqual(['What goes wrong', 'How AWS reports it', 'Avoid', 'Prefer', 'Patch'])
      for (const heading of headings) expect(help?.text).toContain(`\n\n${heading}\n\n`)
      expect(
        help?.markdown
          ?.replaceAll('`', '')
          .replaceAll('\n', ' ')
          .startsWith(shortDescription?.text ?? '-'),
      ).toBe(true)
      for (const [, target = ''] of (help?.markdown ?? '').matchAll(/\]\(([^)]+)\)/g)) expect(target).toMatch(/^https:/)
      expect(help?.text).not.toMatch(/```|\]\(/)
    }
  })

  it('makes the links of a page lead to where it is published', () => {
    const page = '# x\n\nOne.\n\n## What goes wrong\n\nAs in [y](../y/README.md), [z](https://example.org/z).\n'
    const [descriptor] = run({}, { pages: new Map([['invalid-kms-key-id', page]]) }).tool.driver.rules ?? []
    expect(descriptor?.help?.markdown).toBe(
      'One.\n\n## What goes wrong\n\nAs in [y](https://example.org/y/README.md), [z](https://example.org/z).\n\n' +
        '[Documentation](https://example.org/rules/invalid-kms-key-id)',
    )
    expect(descriptor?.help?.text).toBe(
      '  One.\n\nWhat goes wrong\n\n  As in y, z <https://example.org/z>.\n\n' +
        'Documentation: https://example.org/rules/invalid-kms-key-id',
    )
  })

  it('gives a rule that the run does not list an entry of its own', () => {
    const { tool, results } = run({
      findings: [finding({ rule: 'something-new' }), finding({ rule: 'something-new' })],
    })
    expect(results?.map(({ ruleIndex }) => ruleIndex)).toEqual([2, 2])
    expect(tool.driver.rules?.[2]).toMatchObject({ id: 'something-new' })
  })

  it('gives a finding of a plan the plan as its place', () => {
    const [result] =
      run({ findings: [plainFinding({ location: { kind: 'document', file: 'plan.json' } })] }).results ?? []
    expect(result?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'plan.json', uriBaseId: '%SRCROOT%', index: 0 },
      region: { startLine: 1 },
    })
    expect(result).not.toHaveProperty('fixes')
  })

  it('says all there is to say in the message, and links to the places', () => {
    const place = related('module.db["a"] waits for nothing', at(stream, '"async"'))
    const [result] =
      run({ findings: [plainFinding({ because: ['why'], related: [{ message: 'elsewhere' }, place] })] }).results ?? []
    expect(result?.message.text?.split('\n').slice(2)).toEqual([
      'why',
      'elsewhere',
      '[aws_kms_key.audit: module.db\\["a"\\] waits for nothing](2)',
    ])
    expect(result?.relatedLocations?.map(({ id }) => id)).toEqual([2])
  })

  it('marks a patch that is not safe', () => {
    const fix = { safety: 'unsafe', title: 'refer to the key', edits: finding().fix?.edits ?? [] } as const
    const [result] = run({ findings: [finding({ fix })] }).results ?? []
    expect(result?.fixes?.[0]?.description?.text).toBe('unsafe: refer to the key')
  })

  it('has no patch where there is nothing to edit', () => {
    const fix = { safety: 'unsafe', title: 'add a stream', edits: [], snippet: 'resource "x" "y" {\n}' } as const
    expect(run({ findings: [finding({ fix })] }).results?.[0]).not.toHaveProperty('fixes')
  })

  it('changes each file of a patch once, that of the result first', () => {
    const other = new SourceFile('modules/db/my key.tf', 'b = 1\nc = 1\n')
    const away = (text: string): Edit => ({ source: other, span: spanOf(other, text), text: 'x' })
    const fix = {
      safety: 'safe',
      title: 'mend',
      edits: [away('b'), ...(finding().fix?.edits ?? []), away('c')],
    } as const
    const [first, second, ...rest] =
      run({ findings: [finding({ fix })] }).results?.[0]?.fixes?.[0]?.artifactChanges ?? []
    expect([first, second].map((change) => change?.artifactLocation.uri)).toEqual(['main.tf', 'modules/db/my%20key.tf'])
    expect([first, second].map((change) => change?.replacements.length)).toEqual([1, 2])
    expect(rest).toEqual([])
  })

  it.each([
    ['a = "x"\nb = "y"\n', '"y"', 'z'],
    ['\ufeffa = "🦀é" # 日本\r\nb = 1\r\n', '# 日本', '# x'],
    ['\ufeffa = 1', '\ufeffa', '\ufeffb'],
    ['a = 1\r\nb = 2\r\n', 'b', 'c = 3\r\nb'],
    ['a = 1\nb = 2', '', '\n\nc = 3'],
    ['a = 1\nb = 2\n', '', '\nc = 3\n'],
    ['a = [\n  1,\n]\n', '[\n  1,\n]', '[]'],
  ])('has regions that can be replaced by lines and columns: of %j, %j', (before, old, text) => {
    const source = new SourceFile('main.tf', before)
    const start = old === '' ? before.length : before.indexOf(old)
    const fix = {
      safety: 'safe',
      title: 'mend',
      edits: [{ source, span: { start, end: start + old.length }, text }],
    } as const
    const [change] = run({ findings: [finding({ fix })] }).results?.[0]?.fixes?.[0]?.artifactChanges ?? []
    const { deletedRegion, insertedContent } = change?.replacements[0] ?? { deletedRegion: {} }
    // As a review tool sees it: lines of code points, without the byte order mark.
    const lines = before.replace('\ufeff', '').split('\n')
    const offset = (line = 0, column = 0): number =>
      [...lines.slice(0, line - 1), ''].join('\n').length +
      [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length
    const shown = lines.join('\n')
    const from = offset(deletedRegion.startLine, deletedRegion.startColumn)
    const to = offset(deletedRegion.endLine, deletedRegion.endColumn)
    const replaced = shown.slice(0, from) + insertedContent?.text?.replace('\ufeff', '') + shown.slice(to)
    expect(replaced).toBe((before.slice(0, start) + text + before.slice(start + old.length)).replace('\ufeff', ''))
  })

  it('reports an undecided finding as a note', () => {
    const undecided = plainFinding({ severity: 'note', verdict: 'undecided', because: ['var.engine has no value'] })
    const [result] = run({ findings: [undecided] }).results ?? []
    expect(result).toMatchObject({ level: 'note', properties: { verdict: 'undecided' } })
    expect(result?.message.text).toContain('\nvar.engine has no value')
  })

  it.each([
    ['a b/ü#?.tf', 'a%20b/%C3%BC%23%3F.tf'],
    ['100%.tf', '100%25.tf'],
    ['./main.tf', 'main.tf'],
    ['../up/main.tf', 'up/main.tf'],
    ['/tmp/plan.json', 'tmp/plan.json'],
    ['C:/infra/main.tf', 'infra/main.tf'],
    ['\u001b[31m.tf', '%1B%5B31m.tf'],
    ['\ud800.tf', '%EF%BF%BD.tf'],
    ['<stdin>', '%3Cstdin%3E'],
    ['', 'unnamed'],
  ])('writes the path %j as the URI %s', (path, uri) => {
    const source = new SourceFile(path, 'x = 1\n')
    const { artifacts } = run({ findings: [finding({ location: at(source, '1') })] })
    expect(artifacts?.[0]?.location?.uri).toBe(uri)
  })

  it('counts columns in code points', () => {
    const source = new SourceFile('x.tf', 'y = "😀😀" + z\n')
    const [result] = run({ findings: [plainFinding({ location: at(source, 'z') })] }).results ?? []
    expect(result?.locations?.[0]?.physicalLocation?.region).toMatchObject({ startColumn: 12, endColumn: 13 })
  })

  it('names the category, and the paths of the repository', () => {
    const { automationDetails, artifacts } = run(
      { findings: [finding()] },
      { category: 'tf-das-lint/infra', repositoryPath: (path) => `infra/${path}` },
    )
    expect(automationDetails).toEqual({ id: 'tf-das-lint/infra/' })
    expect(artifacts?.[0]?.location?.uri).toBe('infra/main.tf')
  })

  it('tells what could not be read', () => {
    const { invocations } = run({
      diagnostics: [
        { severity: 'error', message: 'missing brace', hint: 'close it', source: stream, span: spanOf(stream, '{') },
        { severity: 'warning', message: 'odd', file: 'plan.json' },
        { severity: 'warning', message: 'odd' },
      ],
    })
    expect(invocations?.[0]?.executionSuccessful).toBe(false)
    expect(invocations?.[0]?.toolExecutionNotifications).toMatchObject([
      { level: 'error', message: { text: 'missing brace\nclose it' }, locations: [{}] },
      { level: 'warning', locations: [{ physicalLocation: { artifactLocation: { uri: 'plan.json' } } }] },
      { level: 'warning', message: { text: 'odd' } },
    ])
    expect(run({}).invocations?.[0]?.executionSuccessful).toBe(true)
  })

  it('is the same at every run', () => {
    const findings = [finding(), plainFinding({ location: { kind: 'document', file: 'plan.json' } })]
    expect(sarif(report({ findings }), plain)).toBe(sarif(report({ findings }), plain))
  })

  it('leaves out what is suppressed, unless it is asked for', () => {
    const location = at(stream, 'kms_key_id')
    const parts: Parameters<typeof report>[0] = {
      findings: [plainFinding()],
      suppressed: [
        {
          finding: plainFinding({ fingerprint: 'a' }),
          suppression: { kind: 'comment', reason: 'dev only', until: '2027-01-31', location },
        },
        {
          finding: plainFinding({ fingerprint: 'b' }),
          suppression: { kind: 'exemption', reason: 'dev only', file: '.tf-das-lint.json' },
        },
        {
          finding: plainFinding({ fingerprint: 'c', rule: 'another' }),
          suppression: { kind: 'baseline', file: 'baseline.json' },
        },
      ],
    }
    const { results } = run(parts)
    expect(results).toHaveLength(1)
    expect(results?.[0]).not.toHaveProperty('suppressions')

    const all = run(parts, { showSuppressed: true })
    expect(all.results?.map(({ suppressions }) => suppressions)).toEqual([
      [],
      [
        {
          kind: 'inSource',
          justification: 'dev only (until 2027-01-31)',
          location: {
            physicalLocation: {
              artifactLocation: { uri: 'main.tf', uriBaseId: '%SRCROOT%', index: 0 },
              region: { startLine: 7, startColumn: 3, endLine: 7, endColumn: 13 },
            },
          },
        },
      ],
      [{ kind: 'external', justification: 'dev only' }],
      [{ kind: 'external', justification: 'it was there when baseline.json was written' }],
    ])
    expect(all.results?.map(({ ruleId, ruleIndex }) => [ruleId, all.tool.driver.rules?.[ruleIndex ?? -1]?.id])).toEqual(
      ['invalid-kms-key-id', 'invalid-kms-key-id', 'invalid-kms-key-id', 'another'].map((id) => [id, id]),
    )
  })

  it('lists the suppressions that suppress nothing like a rule, with no address where they stand at nothing', () => {
    const parts = { rule: unusedSuppression.id, severity: 'warning', address: '', url: unusedSuppression.url } as const
    const { path: _, ...unused } = plainFinding(parts)
    const { results, tool } = run({ findings: [unused], rules: [unusedSuppression] })
    expect(tool.driver.rules?.map(({ id, helpUri }) => [id, helpUri])).toEqual([
      [unusedSuppression.id, unusedSuppression.url],
    ])
    expect(results?.[0]?.locations?.[0]).not.toHaveProperty('logicalLocations')
  })

  it('tells module calls and resources apart', () => {
    const addresses = ['module.db', 'module.a["x"].module.db["b.c"]', 'module.db[0].aws_rds_cluster.main["module.db"]']
    const findings = addresses.map((address) => {
      const { path: _, ...whole } = plainFinding({ address })
      return whole
    })
    const kinds = run({ findings }).results?.map(({ locations }) => locations?.[0]?.logicalLocations?.[0]?.kind)
    expect(kinds).toEqual(['module', 'module', 'resource'])
  })
})
