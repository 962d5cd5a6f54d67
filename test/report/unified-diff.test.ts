import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type ChangedFile, unifiedDiff } from '../../src/report/unified-diff.js'

const directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-diff-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const isThere = (tool: string): boolean => spawnSync(tool, ['--version']).status === 0

let folders = 0

const planted = (files: readonly ChangedFile[]): string => {
  folders += 1
  const cwd = join(directory, String(folders))
  for (const { path, before } of files) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), before)
  }
  return cwd
}

/** What takes a diff; none looks for a repository, or at a configuration of the machine's. */
const takers = [
  {
    tool: 'git',
    commands: [
      ['apply', '--check', '--verbose', '-'],
      ['apply', '--whitespace=nowarn', '-'],
    ],
  },
  { tool: 'patch', commands: [['-p1', '--batch', '--fuzz=0', '--no-backup-if-mismatch']] },
] as const

const applied = (tool: string, commands: readonly (readonly string[])[], files: readonly ChangedFile[]): void => {
  const cwd = planted(files)
  const env = { PATH: process.env.PATH, GIT_CEILING_DIRECTORIES: directory, GIT_CONFIG_NOSYSTEM: '1', HOME: directory }
  for (const command of commands) {
    const { status, stdout, stderr } = spawnSync(tool, command, { cwd, env, input: unifiedDiff(files) })
    expect({ command, status }, `${stdout}${stderr}`).toEqual({ command, status: 0 })
  }
  const result = files.map(({ path }) => ({ path, text: readFileSync(join(cwd, path), 'utf8') }))
  expect(result).toEqual(files.map(({ path, after }) => ({ path, text: after })))
}

const before = 'a = 1\nb = 2\nc = 3\nd = 4\n'
const after = 'a = 1\nb = "two"\nc = 3\nd = 4\n\ne = 5\n'
const changed = (path: string): ChangedFile => ({ path, before, after })

const crlf = (text: string): string => text.replaceAll('\n', '\r\n')

const cases: readonly (readonly [string, readonly ChangedFile[]])[] = [
  ['plain names', [changed('main.tf'), changed('modules/db/main.tf')]],
  ['names with blanks', [changed('my module/main file.tf'), changed(' leading and trailing .tf'), changed('a  b.tf')]],
  ['names beyond ASCII', [changed('módulos/データ.tf'), changed('blank und ä.tf'), changed('🦀.tf')]],
  [
    'names with quotes and backslashes',
    [changed('a"b.tf'), changed("it's.tf"), changed('a\\b.tf'), changed('"a" b.tf')],
  ],
  [
    'names with control characters',
    [changed('tab\there.tf'), changed('line\nfeed.tf'), changed('bell\u0007.tf'), changed('escape\u001b.tf')],
  ],
  ['names that look like more', [changed('--- a/x.tf'), changed('-p0.tf'), changed('#x.tf'), changed('$(x).tf')]],
  ['a last line without its end', [{ path: 'a.tf', before: 'a = 1\nb = 2', after: 'a = 1\nb = 2\n\nc = 3' }]],
  ['a last line that gets its end', [{ path: 'a.tf', before: 'a = 1', after: 'a = 1\n' }]],
  ['a last line that loses its end', [{ path: 'a.tf', before: 'a = 1\nb = 2\n', after: 'a = 1\nb = 3' }]],
  ['CRLF', [{ path: 'a.tf', before: crlf(before), after: crlf(after) }]],
  ['CRLF without the last one', [{ path: 'a.tf', before: 'a = 1\r\nb = 2', after: 'a = 1\r\nb = 2\r\n\r\nc = 3' }]],
  ['mixed line ends', [{ path: 'a.tf', before: 'a = 1\r\nb = 2\nc = 3\rd', after: 'a = 1\r\nb = 3\nc = 3\rd' }]],
  ['a byte order mark', [{ path: 'a.tf', before: `\ufeff${before}`, after: `\ufeff${after}` }]],
  ['a file that was empty', [{ path: 'a.tf', before: '', after: 'a = 1\n' }]],
  ['lines that look like a diff', [{ path: 'a.tf', before: '-- a\n@@\n', after: '-- b\n@@ -1 +1 @@\n++ c\n\\ x\n' }]],
]

describe.each(takers)('a unified diff, taken by $tool', ({ tool, commands }) => {
  const tries = isThere(tool) ? it : it.skip

  tries.each(cases)('of %s', (_, files) => applied(tool, commands, files))

  tries('of more lines than the library compares at once', () => {
    const all = Array.from({ length: 400 }, (_, index) => index)
    const block = (index: number): string => `cluster "c${index}" {\n  zones = ["a", "b"]\n}\n\n`
    const mended = (index: number): string => `cluster "c${index}" {\n}\n\nkey "c${index}" {\n  on = true\n}\n\n`
    const blocks = (of: (index: number) => string): string => all.map(of).join('')
    const files = [
      { path: 'a.tf', before: blocks(block), after: blocks(mended) },
      { path: 'crlf.tf', before: `\ufeff${crlf(blocks(block))}`, after: `\ufeff${crlf(blocks(mended))}last = 1` },
      { path: 'same.tf', before: '}\n'.repeat(1200), after: 'a\n}\n'.repeat(1201) },
      { path: 'end.tf', before: blocks(block).trimEnd(), after: blocks(mended).trimEnd() },
    ]
    applied(tool, commands, files)
  })

  tries('of whatever lines', () => {
    const line = fc.constantFrom('a = 1', 'b {', '}', '', '  c = 2', '\tx', '+', '-', '--- a/x', 'é')
    const end = fc.constantFrom('\n', '\r\n')
    const text = fc
      .tuple(fc.array(fc.tuple(line, end), { maxLength: 12 }), fc.constantFrom('', 'last'))
      .map(([lines, last]) => lines.flat().join('') + last)
    fc.assert(
      // Neither makes a file that was there an empty one, as no patch of ours does.
      fc.property(
        text,
        text.filter((each) => each !== ''),
        (before, after) => {
          fc.pre(before !== after)
          applied(tool, commands, [{ path: 'main.tf', before, after }])
        },
      ),
      { numRuns: 30, seed: 5 },
    )
  })
})

describe('a unified diff', () => {
  it('shows three lines around, with names from the root', () => {
    expect(unifiedDiff([changed('db/main.tf')])).toBe(
      `--- a/db/main.tf
+++ b/db/main.tf
@@ -1,4 +1,6 @@
 a = 1
-b = 2
+b = "two"
 c = 3
 d = 4
+
+e = 5
`,
    )
  })

  it('is empty where nothing changes', () => {
    expect(unifiedDiff([])).toBe('')
    expect(unifiedDiff([{ path: 'a.tf', before, after: before }])).toBe('')
  })

  it('quotes names as git does', () => {
    const headers = (path: string): readonly string[] =>
      unifiedDiff([changed(path)])
        .split('\n')
        .slice(0, 2)
    expect(headers('a b.tf')).toEqual(['--- a/a b.tf\t', '+++ b/a b.tf\t'])
    expect(headers('ä.tf')).toEqual(['--- "a/\\303\\244.tf"', '+++ "b/\\303\\244.tf"'])
    expect(headers('a\n"b".tf')).toEqual(['--- "a/a\\n\\"b\\".tf"', '+++ "b/a\\n\\"b\\".tf"'])
  })

  it('says where the last line has no end', () => {
    expect(unifiedDiff([{ path: 'a.tf', before: 'a = 1', after: 'a = 2' }])).toContain(
      '-a = 1\n\\ No newline at end of file\n+a = 2\n\\ No newline at end of file\n',
    )
  })
})
