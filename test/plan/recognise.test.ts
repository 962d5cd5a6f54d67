import { describe, expect, it } from 'vitest'
import { recognise } from '../../src/plan/index.js'
import type { RandomAccess } from '../../src/source/file-system.js'
import { accessTo } from './access.js'

const PLAN = '{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{},"resource_changes":[]}'

const utf16 = (text: string, order: 'little' | 'big', bom: boolean): Buffer => {
  const bytes = Buffer.from(bom ? `\ufeff${text}` : text, 'utf16le')
  return order === 'little' ? bytes : bytes.swap16()
}

describe('recognise', () => {
  it.each([
    ['a plan', PLAN, 0],
    ['a plan with white space around', `\r\n  ${PLAN}\n`, 4],
    ['a plan with a BOM', `\ufeff${PLAN}`, 3],
    ['a plan with sorted keys', '{"configuration":{},"format_version":"1.2","planned_values":{}}', 0],
    ['a plan with an escaped key', '{"format_version":"1.2","\\u0070lanned_values":{}}', 0],
  ])('takes %s', (_, content, start) => {
    expect(recognise(accessTo(content), 'plan.json')).toEqual({ kind: 'plan', start, diagnostics: [] })
  })

  it.each([
    ['state', '{"format_version":"1.0","terraform_version":"1.11.4","values":{}}'],
    ['state', '{"format_version":"1.0"}'],
    ['raw-state', '{"version":4,"terraform_version":"1.11.4","serial":7,"lineage":"x"}'],
    ['aws-clusters', '{"DBClusters":[]}'],
    ['aws-clusters', '{"NextToken":"x","DBClusters":[]}'],
  ])('takes what is deployed: %s, %s', (kind, content) => {
    expect(recognise(accessTo(`\n${content}`), 'x.json')).toEqual({ kind, start: 1, diagnostics: [] })
  })

  it('finds a state behind other output, with a warning', () => {
    const found = recognise(accessTo('[command]show\n{"format_version":"1.0","values":{}}'), 'x.json')
    expect(found).toMatchObject({
      kind: 'state',
      start: 14,
      diagnostics: [{ severity: 'warning', message: 'the JSON is preceded by other output, up to byte 14' }],
    })
  })

  it.each([
    ['setup-terraform’s wrapper', '[command]/opt/terraform-bin show -json plan.bin\n'],
    ['log lines', 'Refreshing…\n{ braces }\n  '],
    ['a JSON-like line', '[0m{"a"}\n'],
  ])('finds a plan behind %s, with a warning', (_, before) => {
    const start = Buffer.byteLength(before)
    const found = recognise(accessTo(`${before}${PLAN}\n\n::debug::Terraform exited with code 0.\n`), 'plan.json')
    expect(found).toMatchObject({
      kind: 'plan',
      start,
      diagnostics: [{ severity: 'warning', message: `the plan is preceded by other output, up to byte ${start}` }],
    })
  })

  it.each([
    ['binary-plan', 'PK\x03\x04\x14\x00', 'this looks like a binary plan'],
    ['compressed', Buffer.from([0x1f, 0x8b, 8, 0]), 'this is compressed by gzip'],
    ['utf-16', utf16(PLAN, 'little', true), 'this is UTF-16, but only UTF-8 is read'],
    ['utf-16', utf16(PLAN, 'big', true), 'this is UTF-16, but only UTF-8 is read'],
    ['utf-16', utf16(PLAN, 'little', false), 'this is UTF-16, but only UTF-8 is read'],
    ['utf-16', utf16(PLAN, 'big', false), 'this is UTF-16, but only UTF-8 is read'],
    ['empty', '', 'this file is empty'],
    ['empty', '\n \n', 'this file is empty'],
    ['findings', '{"version":1,"findings":[]}', 'this holds findings: it is no plan'],
    ['text-plan', '\x1b[0mTerraform will perform the following actions:\n', 'this is a plan as text, not as JSON'],
    [
      'text-plan',
      '[command]terraform plan\n[0m\nNo changes. Your infrastructure',
      'this is a plan as text, not as JSON',
    ],
    ['text-plan', '[0m[1mTerraform used the selected providers', 'this is a plan as text, not as JSON'],
    [
      'other-json',
      '{"log":"Terraform will perform the following actions"}',
      'this is JSON, but no Terraform plan: it has "log"',
    ],
    ['text-plan', 'OpenTofu used the selected providers to generate', 'this is a plan as text, not as JSON'],
    [
      'plan-log',
      '{"@level":"info","@message":"x"}\n{"@level":"info"}',
      'this is the log of terraform plan -json, not the plan',
    ],
    ['encrypted', '{"meta":{},"encrypted_data":"…"}', 'this is encrypted by OpenTofu'],
    ['truncated', '{"format_version":"1.2","varia', 'the JSON ends in the middle, at byte 30'],
    ['truncated', '{"format_version":', 'the JSON ends in the middle, at byte 18'],
    ['other-json', '[]', 'this is JSON, but no Terraform plan: it is not an object'],
    ['other-json', '[1, 2]', 'this is JSON, but no Terraform plan: it is not an object'],
    ['other-json', '{}', 'this is JSON, but no Terraform plan: it is an empty object'],
    ['other-json', '{"a":1,"b":[{}],"c":"","d":null}', 'this is JSON, but no Terraform plan: it has "a", "b", "c"'],
    [
      'other-json',
      '{"format_version":"1.0","provider_schemas":{}}',
      'this is JSON, but no Terraform plan: it has "format_version", "provider_schemas"',
    ],
    ['other-json', '{"__proto__":{"planned_values":{}}}', 'this is JSON, but no Terraform plan: it has "__proto__"'],
    ['other', '{"a" 1}', 'this is not valid JSON: ":" was expected at byte 5'],
    ['other', '{"a":1 "b"}', 'this is not valid JSON: "," or "}" was expected at byte 7'],
    ['other', '{a:1}', 'this is not valid JSON: a key was expected at byte 1'],
    ['other', 'resource "aws_rds_cluster" "main" {}', 'this is neither a Terraform plan nor JSON'],
  ])('tells %s from a plan', (kind, content, message) => {
    expect(recognise(accessTo(content), 'x.json')).toMatchObject({
      kind,
      diagnostic: { severity: 'error', message, file: 'x.json' },
    })
  })

  it.each([
    ['binary-plan', 'PK\x03\x04', 'run: terraform show -json plan.bin > plan.json'],
    [
      'text-plan',
      'No changes. Your infrastructure',
      'run: terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json',
    ],
  ])('says what to do with %s', (kind, content, hint) => {
    expect(recognise(accessTo(content), 'plan.bin')).toMatchObject({ kind, diagnostic: { hint } })
  })

  it.each([
    ['plan.json', 'run: terraform show -json plan.json > shown.json'],
    ['my plan', 'run: terraform show -json FILE > plan.json'],
    ['-', 'run: terraform show -json FILE > plan.json'],
  ])('does not write over a binary plan named %s', (path, hint) => {
    expect(recognise(accessTo('PK\x03\x04'), path)).toMatchObject({ diagnostic: { hint } })
  })

  it.each([
    ['arrays', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('survives %s nested 100,000 deep', (_, open, close) => {
    const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`
    expect(recognise(accessTo(deep), 'x.json').kind).toBe('other-json')
    expect(recognise(accessTo(`{"x":${deep},"planned_values":{}}`), 'x.json').kind).toBe('plan')
    expect(recognise(accessTo(`{"x":${open.repeat(100_000)}`), 'x.json').kind).toBe('truncated')
  })

  it('turns a system error into a diagnostic', () => {
    const broken: RandomAccess = {
      size: 1,
      read() {
        throw Object.assign(new Error('EISDIR: illegal operation on a directory, read'), { code: 'EISDIR' })
      },
      close() {},
    }
    expect(recognise(broken, 'plan.json')).toMatchObject({
      kind: 'unreadable',
      diagnostic: { message: 'this cannot be read: EISDIR' },
    })
  })
})
