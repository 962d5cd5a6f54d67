import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { json } from '../../src/report/json.js'
import { SourceFile } from '../../src/source/source-file.js'
import { at, finding, plain, plainFinding, related, report, spanOf, stream } from './samples.js'

const schema = JSON.parse(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv({ allErrors: true, strictSchema: true, allowUnionTypes: true }).compile(schema)

const parsed = (parts: Parameters<typeof report>[0]) => {
  const written = json(report(parts), plain)
  const value = JSON.parse(written)
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true)
  return value
}

describe('the JSON report', () => {
  it('has the shape that scripts rely on', () => {
    const value = parsed({
      findings: [
        finding({ because: ['a reason'], related: [related('here', at(stream, 'resource "aws_kms_key" "audit"'))] }),
      ],
    })
    expect(value).toEqual({
      schemaVersion: '1',
      tool: { name: 'tf-das-lint', version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
      findings: [
        {
          rule: 'invalid-kms-key-id',
          severity: 'error',
          verdict: 'violation',
          address: 'aws_rds_cluster_activity_stream.main',
          path: 'kms_key_id',
          message: 'the key of aws_rds_cluster_activity_stream.main is the text "aws_kms_key.audit.arn", no key',
          hint: 'write the reference without quotes',
          because: ['a reason'],
          location: { file: 'main.tf', startLine: 7, startColumn: 18, endLine: 7, endColumn: 41 },
          related: [
            {
              address: 'aws_kms_key.audit',
              message: 'here',
              location: { file: 'main.tf', startLine: 1, startColumn: 1, endLine: 1, endColumn: 31 },
            },
          ],
          fix: {
            safety: 'safe',
            title: 'refer to the key',
            edits: [{ file: 'main.tf', start: 172, end: 195, text: 'aws_kms_key.audit.key_id' }],
          },
          fingerprint: 'f1e2d3',
          url: 'https://example.org/rules/invalid-kms-key-id',
        },
      ],
      suppressed: [],
      diagnostics: [],
      summary: {
        clusters: 1,
        auroraClusters: 1,
        streamed: 1,
        undecided: 0,
        errors: 1,
        warnings: 0,
        notes: 0,
        suppressed: 0,
      },
    })
  })

  it('counts columns in code points and edits in bytes, a byte order mark included', () => {
    const source = new SourceFile('ä.tf', '\ufeffx = "😀" # é\ny = "😀😀" + z\n')
    const edit = { source, span: spanOf(source, 'z'), text: 'w' }
    const fix = { safety: 'safe', title: 'rename', edits: [edit] } as const
    const [found] = parsed({ findings: [finding({ location: at(source, 'z'), fix })] }).findings
    expect(found.location).toMatchObject({ startLine: 2, startColumn: 12, endColumn: 13 })
    const start = Buffer.from(source.text).indexOf('z')
    expect(found.fix.edits).toEqual([{ file: 'ä.tf', start, end: start + 1, text: 'w' }])
  })

  it('names a plan without lines', () => {
    const [found] = parsed({ findings: [plainFinding({ location: { kind: 'document', file: 'plan.json' } })] }).findings
    expect(found.location).toEqual({ file: 'plan.json' })
    expect(found).not.toHaveProperty('fix')
  })

  it('holds diagnostics with their place', () => {
    const value = parsed({
      diagnostics: [
        { severity: 'error', message: 'missing brace', hint: 'close it', source: stream, span: spanOf(stream, '{') },
        { severity: 'warning', message: 'odd', file: 'plan.json' },
      ],
    })
    expect(value.diagnostics).toEqual([
      {
        severity: 'error',
        message: 'missing brace',
        hint: 'close it',
        file: 'main.tf',
        location: { file: 'main.tf', startLine: 1, startColumn: 32, endLine: 1, endColumn: 33 },
      },
      { severity: 'warning', message: 'odd', file: 'plan.json' },
    ])
  })

  it('has no raw control characters, and keeps them as data', () => {
    const evil = '\u001b[31m\u007f\u009b\u202e\u{e0041}'
    const written = json(report({ findings: [finding({ message: evil })] }), plain)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
    expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u{e0041}]/u)
    expect(JSON.parse(written).findings[0].message).toBe(evil)
  })

  it('shows no source text beside what findings say', () => {
    expect(json(report({ findings: [finding()] }), plain)).not.toContain('async')
  })

  it('lists what is suppressed, with why', () => {
    const written = new SourceFile('db.tf', '# tf-das-lint:ignore invalid-kms-key-id reason="dev only"\n')
    const location = at(written, 'tf-das-lint:ignore invalid-kms-key-id reason="dev only"')
    const value = parsed({
      suppressed: [
        { finding: finding(), suppression: { kind: 'comment', reason: 'dev only', until: '2027-01-31', location } },
        { finding: finding(), suppression: { kind: 'exemption', reason: 'dev only', file: '.tf-das-lint.json' } },
        { finding: finding(), suppression: { kind: 'baseline', file: 'baseline.json' } },
      ],
    })
    expect(value.findings).toEqual([])
    expect(value.summary).toMatchObject({ errors: 0, suppressed: 3 })
    const [plain] = parsed({ findings: [finding()] }).findings
    expect(value.suppressed).toEqual([
      {
        ...plain,
        suppression: {
          kind: 'comment',
          reason: 'dev only',
          until: '2027-01-31',
          location: { file: 'db.tf', startLine: 1, startColumn: 3, endLine: 1, endColumn: 58 },
        },
      },
      { ...plain, suppression: { kind: 'exemption', reason: 'dev only', file: '.tf-das-lint.json' } },
      { ...plain, suppression: { kind: 'baseline', file: 'baseline.json' } },
    ])
  })

  it('never says why of what is reported, and always of what is not', () => {
    const value = parsed({
      findings: [finding()],
      suppressed: [{ finding: finding(), suppression: { kind: 'baseline', file: 'baseline.json' } }],
    })
    expect(validate({ ...value, findings: value.suppressed })).toBe(false)
    expect(validate({ ...value, suppressed: value.findings })).toBe(false)
  })

  it('has the text to write where there is nothing to edit', () => {
    const fix = { safety: 'unsafe', title: 'add a stream', edits: [], snippet: 'resource "x" "y" {\n}' } as const
    expect(parsed({ findings: [finding({ fix })] }).findings[0].fix).toEqual({ ...fix })
  })

  it('has edits of several files, in bytes', () => {
    const other = new SourceFile('modules/é.tf', '\ufeffa = "é" # b\r\n')
    const edits = [...(finding().fix?.edits ?? []), { source: other, span: spanOf(other, 'b'), text: 'c\r\n' }]
    const fix = { safety: 'safe', title: 'mend', edits } as const
    expect(parsed({ findings: [finding({ fix })] }).findings[0].fix.edits).toEqual([
      { file: 'main.tf', start: 172, end: 195, text: 'aws_kms_key.audit.key_id' },
      { file: 'modules/é.tf', start: 14, end: 15, text: 'c\r\n' },
    ])
  })
})
