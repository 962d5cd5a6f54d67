import { describe, expect, test } from 'vitest'
import type { Edit, Finding } from '../../src/finding.js'
import { lintFiles } from '../lint/in-memory.js'

const RULE = 'unsupported-argument'

const findingsIn = async (file: string, text: string): Promise<readonly Finding[]> => {
  const { findings, diagnostics } = await lintFiles({ [file]: text }, { only: [RULE] })
  expect(diagnostics).toEqual([])
  return findings
}

/** What is left of a file when the patches of all findings are applied; every one of them takes its finding away. */
const patched = async (file: string, text: string): Promise<string> => {
  const edits = (await findingsIn(file, text)).flatMap(({ fix }) => fix?.edits ?? [])
  const left = [...edits].sort((a, b) => b.span.start - a.span.start).reduce(applied, text)
  expect(await findingsIn(file, left)).toEqual([])
  return left
}

const applied = (text: string, { span, text: written }: Edit): string =>
  text.slice(0, span.start) + written + text.slice(span.end)

const stream = (...lines: readonly string[]): string =>
  ['resource "aws_rds_cluster_activity_stream" "main" {', ...lines, '}', ''].join('\n')

describe('in native syntax', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'a line',
      ['  mode = "async"', '  tags = {}', '  region = "us-east-1"'],
      ['  mode = "async"', '  region = "us-east-1"'],
    ],
    ['the last line', ['  mode = "async"', '  tags = {}'], ['  mode = "async"']],
    ['the only line', ['  tags = {}'], []],
    ['a comment above', ['  # who pays', '  tags = {}'], ['  # who pays']],
    ['a comment behind', ['  tags = {} # who pays'], ['  # who pays']],
    ['a comment before', ['  /* who pays */ tags = {}'], ['  /* who pays */']],
    ['over lines', ['  tags = {', '    team = "orders"', '  }', '  mode = "async"'], ['  mode = "async"']],
    ['blanks behind', ['  tags = {}  ', '  mode = "async"'], ['  mode = "async"']],
    ['a heredoc', ['  note = <<-EOT', '    hello', '  EOT', '  mode = "async"'], ['  mode = "async"']],
    ['neighbours', ['  tags = {}', '  apply_immediately = true', '  mode = "async"'], ['  mode = "async"']],
    ['a block', ['  timeouts {', '    create = "1h"', '  }', '  mode = "async"'], ['  mode = "async"']],
    ['a block in a line', ['  timeouts { create = "1h" }', '  mode = "async"'], ['  mode = "async"']],
    ['what is computed', ['  kinesis_stream_name = "x"', '  id = "y"', '  mode = "async"'], ['  mode = "async"']],
    [
      'other scripts',
      ['  # größe 𝒳', '  tags = { team = "Grüße 𝒳" }', '  mode = "async"'],
      ['  # größe 𝒳', '  mode = "async"'],
    ],
  ])('%s', async (_, before, after) => {
    expect(await patched('main.tf', stream(...before))).toBe(stream(...after))
  })

  test('lines that end as Windows ends them', async () => {
    const text = stream('  tags = {}', '  mode = "async"').replaceAll('\n', '\r\n')
    expect(await patched('main.tf', text)).toBe(stream('  mode = "async"').replaceAll('\n', '\r\n'))
  })

  test('a block of one line', async () => {
    const text = 'resource "aws_rds_cluster_activity_stream" "main" { tags = {} }\n'
    expect(await patched('main.tf', text)).toBe('resource "aws_rds_cluster_activity_stream" "main" {}\n')
  })

  test('behind a byte order mark', async () => {
    const text = `\ufeff${stream('  tags = {}', '  mode = "async"')}`
    expect(await patched('main.tf', text)).toBe(`\ufeff${stream('  mode = "async"')}`)
  })
})

describe('in JSON syntax', () => {
  const json = (members: string): string =>
    `{ "resource": { "aws_rds_cluster_activity_stream": { "main": {${members}} } } }\n`

  test.each([
    ['the first', ' "tags": {}, "mode": "async" ', ' "mode": "async" '],
    [
      'one between',
      ' "mode": "async", "tags": { "a": [1, 2] }, "region": "us-east-1" ',
      ' "mode": "async", "region": "us-east-1" ',
    ],
    ['on its own line', '\n  "tags": {},\n  "mode": "async"\n', '\n  "mode": "async"\n'],
    ['neighbours', '\n  "tags": {},\n  "id": "x",\n  "mode": "async"\n', '\n  "mode": "async"\n'],
    ['the last', ' "mode": "async", "tags": {} ', ' "mode": "async" '],
  ])('%s', async (_, before, after) => {
    expect(await patched('main.tf.json', json(before))).toBe(json(after))
  })
})

describe('safety', () => {
  const fixes = async (text: string): Promise<readonly (string | undefined)[]> =>
    (await findingsIn('main.tf', text)).map(({ fix }) => fix?.safety)

  test.each<[string, string, string | undefined]>([
    ['what Terraform refuses', '  tags = {}', 'safe'],
    ['what replaces a running stream', '  engine_native_audit_fields_included = true', 'unsafe'],
    ['what is probably a slip of the pen', '  kms_key_arn = "x"', 'unsafe'],
  ])('%s', async (_, line, safety) => {
    expect(await fixes(stream(line))).toEqual([safety])
  })

  test('a misspelt name beside the right one', async () => {
    expect(await fixes(stream('  kms_key_arn = "x"', '  kms_key_id = "y"'))).toEqual(['safe'])
  })
})
