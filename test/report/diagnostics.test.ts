import { expect, it } from 'vitest'
import { diagnosticsText } from '../../src/report/diagnostics.js'
import { SourceFile } from '../../src/source/source-file.js'
import { spanOf } from './samples.js'

const plain = { color: false, columns: 80 }

it('shows a syntax error with its frame', () => {
  const source = new SourceFile('broken.tf', 'resource "x" "y" {\n  a = = 1\n}\n')
  const span = { start: source.text.indexOf('= 1'), end: source.text.indexOf('= 1') + 1 }
  expect(diagnosticsText([{ severity: 'error', message: 'an expression is missing', source, span }], plain)).toBe(
    `error: an expression is missing
 --> broken.tf:2:7
  |
1 | resource "x" "y" {
2 |   a = = 1
  |       ^
3 | }

`,
  )
})

it('shows a file that could not be read, and what to do', () => {
  expect(
    diagnosticsText(
      [
        {
          severity: 'error',
          message: 'this is a binary plan',
          hint: 'terraform show -json p.bin',
          file: 'p\u001b.bin',
        },
      ],
      plain,
    ),
  ).toBe('error: this is a binary plan\n --> p\\u001b.bin\n  = help: terraform show -json p.bin\n\n')
})

it('hides secrets', () => {
  const source = new SourceFile('x.tf', 'password = "hunter2" oops\n')
  const text = diagnosticsText([{ severity: 'error', message: 'odd', source, span: spanOf(source, 'oops') }], plain)
  expect(text).toContain('password = *** oops\n')
})

it('hides what the run knows to be sensitive', () => {
  const source = new SourceFile('x.tf', 'pin = "hunter2" oops\n')
  const masked = [{ source, span: spanOf(source, '"hunter2"') }]
  const diagnostic = { severity: 'error', message: 'odd', source, span: spanOf(source, 'oops') } as const
  expect(diagnosticsText([diagnostic], { ...plain, masked })).toContain('pin = *** oops\n')
})

it('says nothing of nothing', () => {
  expect(diagnosticsText([], plain)).toBe('')
})
