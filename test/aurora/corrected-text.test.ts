import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/finding.js'
import type { LintOptions } from '../../src/lint/options.js'
import { lintFiles } from '../lint/in-memory.js'

const cluster = (engine = '"aurora-mysql"'): string => `resource "aws_rds_cluster" "main" {\n  engine = ${engine}\n}\n`
const stream = (mode: string): string =>
  `resource "aws_rds_cluster_activity_stream" "main" {\n  resource_arn = aws_rds_cluster.main.arn\n  mode = ${mode}\n}\n`

const found = async (
  files: Readonly<Record<string, string>>,
  options: Partial<LintOptions> = {},
): Promise<Finding | undefined> => {
  const { findings } = await lintFiles(files, { only: ['unsupported-mode'], ...options })
  expect(findings).toHaveLength(1)
  return findings[0]
}

const edits = (finding: Finding | undefined): readonly string[] =>
  finding?.fix?.edits.map(({ source, span, text }) => `${source.path}: ${source.slice(span)} -> ${text}`) ?? []

const reason = (finding: Finding | undefined): string | undefined =>
  finding?.because.find((text) => text.startsWith('no patch: '))

describe('a text is mended where it is written', () => {
  test.each([
    ['the argument', { 'main.tf': cluster() + stream('"sync"') }, ['main.tf: "sync" -> "async"']],
    [
      'a local value',
      { 'main.tf': `locals {\n  mode = "sync"\n}\n${cluster()}${stream('local.mode')}` },
      ['main.tf: "sync" -> "async"'],
    ],
    [
      'an entry of a map, chosen by its key',
      { 'main.tf': `locals {\n  modes = { a = "sync", b = "async" }\n}\n${cluster()}${stream('local.modes["a"]')}` },
      ['main.tf: "sync" -> "async"'],
    ],
    [
      'a default',
      { 'main.tf': `variable "mode" {\n  default = "sync"\n}\n${cluster()}${stream('var.mode')}` },
      ['main.tf: "sync" -> "async"'],
    ],
    [
      'the values file that overrules it',
      {
        'main.tf': `variable "mode" {\n  default = "async"\n}\n${cluster()}${stream('var.mode')}`,
        'terraform.tfvars': 'mode = "sync"\n',
      },
      ['terraform.tfvars: "sync" -> "async"'],
    ],
    [
      'the default of an optional attribute',
      {
        'main.tf': `variable "stream" {\n  type = object({ mode = optional(string, "sync") })\n  default = {}\n}\n${cluster()}${stream('var.stream.mode')}`,
      },
      ['main.tf: "sync" -> "async"'],
    ],
    [
      'the outermost of two calls',
      {
        'main.tf': 'module "a" {\n  source = "./a"\n  mode = "sync"\n}\n',
        'a/main.tf': 'variable "mode" {}\nmodule "b" {\n  source = "./b"\n  mode = var.mode\n}\n',
        'a/b/main.tf': `variable "mode" {}\n${cluster()}${stream('var.mode')}`,
      },
      ['main.tf: "sync" -> "async"'],
    ],
    [
      'each arm of a condition, wherever they are',
      {
        'main.tf': `variable "strict" {}\nlocals {\n  mode = "Async"\n}\n${cluster()}${stream('var.strict ? "sync" : local.mode')}`,
      },
      ['main.tf: "sync" -> "async"', 'main.tf: "Async" -> "async"'],
    ],
    [
      'a condition whose arms become the same',
      { 'main.tf': `variable "strict" {}\n${cluster()}${stream('var.strict ? "sync" : "Async"')}` },
      ['main.tf: var.strict ? "sync" : "Async" -> "async"'],
    ],
  ] as const)('%s', async (_, files, expected) => {
    expect(edits(await found(files))).toEqual(expected)
  })
})

describe('a text is left alone', () => {
  const given = { 'main.tf': `variable "mode" {}\n${cluster()}${stream('var.mode')}` }

  test('that is given from outside', async () => {
    const finding = await found(given, { environment: new Map([['TF_VAR_mode', 'sync']]) })
    expect(reason(finding)).toBe('no patch: var.mode is given from outside')
  })

  test('that is put together', async () => {
    const finding = await found({ 'main.tf': cluster() + stream('lower("SYNC")') })
    expect(reason(finding)).toBe('no patch: its text is put together')
  })

  test('that is a heredoc', async () => {
    const finding = await found({ 'main.tf': cluster() + stream('<<EOT\nSync\nEOT') })
    expect(finding?.fix).toBeUndefined()
    expect(reason(finding)).toBeDefined()
  })

  test.each([
    ['contains(["sync", "Sync"], var.mode)', 'no patch: var.mode has a validation, which may take other values only'],
    ['!contains(["async"], var.mode)', 'no patch: var.mode has a validation, which may take other values only'],
    ['contains(["async", "Sync"], var.mode)', undefined],
  ])('that a validation decides: %s', async (condition, expected) => {
    const variable = `variable "mode" {\n  default = "Sync"\n  validation {\n    condition = ${condition}\n    error_message = "No."\n  }\n}\n`
    expect(reason(await found({ 'main.tf': variable + cluster() + stream('var.mode') }))).toBe(expected)
  })

  test('that is sensitive, without a word', async () => {
    const variable = 'variable "mode" {\n  default = "sync"\n  sensitive = true\n}\n'
    const finding = await found({ 'main.tf': variable + cluster() + stream('var.mode') })
    expect(finding?.fix).toBeUndefined()
    expect(reason(finding)).toBeUndefined()
  })
})
