/** Committing a suggestion gives the file that the patch would have given, whatever part of it the diff shows. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChangedFile } from '../../src/action/pull-request/changed-files.js'
import { hunksOf } from '../../src/action/pull-request/hunk.js'
import { suggestionMark } from '../../src/action/pull-request/marker.js'
import { type Placement, placement } from '../../src/action/pull-request/placement.js'
import { placed, replacementsOf, type Suggestion } from '../../src/action/pull-request/suggestion.js'
import { suggestionComment } from '../../src/action/pull-request/suggestion-comment.js'
import { lint } from '../../src/program.js'
import type { Report } from '../../src/report/report.js'
import { SourceFile } from '../../src/source/source-file.js'
import { given } from '../mended.js'
import { type Files, patched } from '../patched.js'
import { memoryFileSystem } from '../terraform/load/memory-file-system.js'
import { committed, patchOf } from './github-server.js'
import { configuration, lintOf } from './pull-request.js'

const reportOf = (files: Files): Promise<Report> =>
  lint({
    paths: ['.'],
    fileSystem: memoryFileSystem(files),
    environment: new Map(),
    variables: [],
    today: '2026-11-22',
  })

const textOf = (files: Files, path: string): string => Buffer.from(files[path] ?? '').toString('utf8')

/** What the pull request changes: the files were otherwise before, or not there. */
const diffOf = (files: Files, before: (text: string) => string = () => ''): readonly ChangedFile[] =>
  Object.keys(files).map((path) => ({
    path,
    status: 'modified',
    patch: patchOf(before(textOf(files, path)), textOf(files, path)),
  }))

const commit = (files: Files, suggestion: Suggestion): string => {
  const body = suggestionComment(suggestion, suggestionMark('0'.repeat(32), suggestion))
  const { path, startLine, endLine: line } = suggestion
  return committed(textOf(files, path), { startLine, line, body })
}

let checked = 0

const check = (files: Files, { suggestions }: Placement): void => {
  checked += suggestions.length
  for (const suggestion of suggestions) {
    const expected = textOf(patched(files, suggestion.patch.fix.edits), suggestion.path)
    expect(commit(files, suggestion)).toBe(expected)
  }
}

const samePath = (path: string): string => path

describe.each(given)('%s', (_, cases) => {
  test('of a new file every patch of one place is a suggestion', async () => {
    for (const { files } of cases) {
      const report = await reportOf(files)
      const found = placement(report, diffOf(files), samePath)
      check(files, found)
      const becauses = found.outside.map(({ because }) => because)
      expect(becauses.filter((because) => /outside of the lines|another one here/.test(because))).toEqual([])
    }
  })
})

test('that was much to suggest', () => {
  expect(checked).toBeGreaterThan(300)
})

test('of whatever diff, a suggestion is on lines that it shows', async () => {
  const text = configuration({ orders: 'quoted', stock: 'bare', users: 'quoted', carts: 'bare' })
  const rows = text.split('\n')
  const files = { 'main.tf': Buffer.from(text) }
  const report = await reportOf(files)
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(rows.length - 1), { maxLength: 30 }), fc.boolean(), (indexes, isInserted) => {
      const wanted = new Set(indexes)
      const before = () =>
        rows.flatMap((row, at) => (wanted.has(at) ? (isInserted ? ['# was here', row] : []) : [row])).join('\n')
      const changed = diffOf(files, before)
      const found = placement(report, changed, samePath)
      check(files, found)
      const hunks = hunksOf(changed[0]?.patch ?? '')
      for (const { startLine, endLine } of found.suggestions) {
        expect(hunks.some(({ start, lines }) => start <= startLine && endLine < start + lines.length)).toBe(true)
      }
      expect(found.suggestions.length + found.outside.length).toBe(4)
    }),
    { seed: 7, numRuns: 150 },
  )
})

describe('a patch that no suggestion can hold says why', () => {
  const text = configuration({ orders: 'quoted' })
  const quoted = '  kms_key_id   = "aws_kms_key.audit.key_id"'
  const why = async (head: string, changed: readonly ChangedFile[]): Promise<readonly string[]> => {
    const { suggestions, outside } = placement(await lintOf({ 'main.tf': head }), changed, samePath)
    return [
      ...suggestions.map(({ path, startLine }) => `${path}:${startLine}`),
      ...outside.map(({ because }) => because),
    ]
  }
  const on = (patch: string | undefined): readonly ChangedFile[] => [
    { path: 'main.tf', status: 'modified', ...(patch !== undefined && { patch }) },
  ]

  test('nothing stands in its way where its line is in the diff', async () => {
    expect(await why(text, on(patchOf(text.replace(quoted, '# none'), text)))).toEqual(['main.tf:21'])
  })

  test('a line around what is changed will do', async () => {
    expect(await why(text, on(patchOf(text.replace('mode         = "async"', 'mode         = "sync"'), text)))).toEqual(
      ['main.tf:21'],
    )
  })

  test('its lines are not in the diff', async () => {
    const because = 'it is outside of the lines that the pull request changes'
    expect(await why(text, on(patchOf(text.replace('Database activity streams', 'Audit'), text)))).toEqual([because])
  })

  test('its file is not', async () => {
    const because = 'it is in a file that the pull request does not change, or of which GitHub shows no diff'
    expect(await why(text, [])).toEqual([because])
    expect(await why(text, on(undefined))).toEqual([because])
  })

  test('the merge with the base has moved the lines', async () => {
    const patch = patchOf(text.replace(quoted, '# none'), text)
    expect(await why(`# from the base\n${text}`, on(patch))).toEqual([
      'the file is another one here than in the pull request: its branch is behind the base',
    ])
  })

  test('the merge has moved them, and the line is the same by chance', async () => {
    const twice = configuration({ orders: 'quoted' }).replace(
      quoted,
      `${quoted}\n${quoted.replace('kms_key_id  ', '# kms_key_id')}`,
    )
    const head = twice.replace('}\n', '}\n\n')
    const [because] = await why(head, on(patchOf('', twice)))
    expect(because).toBe('the file is another one here than in the pull request: its branch is behind the base')
  })

  test('lines between its own were deleted', () => {
    const source = new SourceFile('main.tf', 'a\nb\nc\nd\n')
    const edit = { source, span: { start: 2, end: 5 }, text: 'B\nC' }
    const [replacement] = replacementsOf(source, [edit])
    expect(replacement).toEqual({ startLine: 2, endLine: 3, before: ['b', 'c'], after: ['B', 'C'] })
    const of = (before: string) => replacement && placed(source, replacement, hunksOf(patchOf(before, source.text)))
    expect(of('a\nx\nb\nc\nd\n')).toEqual({ lineEnd: '\n' })
    expect(of('a\nb\nc\nx\nd\n')).toEqual({ lineEnd: '\n' })
    expect(of('a\nb\nx\nc\nd\n')).toEqual({ because: 'GitHub takes no suggestion across lines that were deleted' })
  })

  test('somebody could not see what he commits', async () => {
    const head = text.replace('"aws_kms_key.audit.key_id"', '"aws_kms_key.audit.key_id" # \u202e')
    expect(await why(head, on(patchOf('', head)))).toEqual(['its lines hold characters that nobody would see'])
  })

  test('its lines are longer than a comment may be', async () => {
    const head = text.replace('"aws_kms_key.audit.key_id"', `"aws_kms_key.audit.key_id" # ${'x'.repeat(66_000)}`)
    expect(await why(head, on(patchOf('', head)))).toEqual(['its lines are too long for a comment'])
  })

  test('it stands beside a secret', async () => {
    const head = text.replace('"aws_kms_key.audit.key_id"', '"aws_kms_key.audit.key_id" # password = "hunter2"')
    expect(await why(head, on(patchOf('', head)))).toEqual(['it stands beside a sensitive value'])
  })
})

test('of one file behind two links, each thing is suggested once', async () => {
  const text = Buffer.from(configuration({ orders: 'quoted', stock: 'quoted' }))
  const report = await reportOf({ 'a/main.tf': text, 'b/main.tf': text })
  const found = placement(report, diffOf({ 'shared/main.tf': text }), () => 'shared/main.tf')
  expect([found.suggestions.length, found.outside]).toEqual([2, []])
})

describe('lines end as those of the pull request do', () => {
  const text = configuration({ orders: 'quoted' })

  test('CRLF', async () => {
    const head = text.replaceAll('\n', '\r\n')
    const files = { 'main.tf': Buffer.from(head) }
    const found = placement(await reportOf(files), diffOf(files), samePath)
    expect(found.suggestions.map(({ lineEnd }) => lineEnd)).toEqual(['\r\n'])
    check(files, found)
  })

  test('LF, where the checkout made CRLF of it', async () => {
    const report = await lintOf({ 'main.tf': text.replaceAll('\n', '\r\n') })
    const files = { 'main.tf': Buffer.from(text) }
    const [suggestion] = placement(report, diffOf(files), samePath).suggestions
    expect(suggestion && commit(files, suggestion)).toBe(
      text.replace('"aws_kms_key.audit.key_id"', 'aws_kms_key.audit.key_id'),
    )
  })

  test('the last line has no end', async () => {
    const files = { 'main.tf': Buffer.from(configuration({ orders: 'bare' }).trimEnd()) }
    const found = placement(await reportOf(files), diffOf(files), samePath)
    expect(found.suggestions).toHaveLength(1)
    check(files, found)
  })
})

describe('hunks', () => {
  test('are the right side of a diff', () => {
    const patch =
      '@@ -3,4 +3,5 @@ resource "a" "b" {\n one\n-two\n+2\n+3\n three\n four\n@@ -20 +21 @@\n-x\n+y\n\\ No newline at end of file'
    expect(hunksOf(patch)).toMatchObject([
      { start: 3, lines: ['one', '2', '3', 'three', 'four'], behindDeleted: new Set([4]) },
      { start: 21, lines: ['y'], behindDeleted: new Set([21]) },
    ])
  })

  test.each([
    ['a deleted file', '@@ -1,2 +0,0 @@\n-a\n-b'],
    ['what was cut off', '@@ -1,2 +1,3 @@\n a\n+b'],
    ['what is no diff', 'Binary files differ'],
    ['nothing', ''],
  ])('%s has none', (_, patch) => {
    expect(hunksOf(patch)).toEqual([])
  })
})

test.each([[['```']], [['````suggestion', '`````']], [[]]])(
  'a block of the lines %j ends behind them',
  async (after) => {
    const head = configuration({ orders: 'quoted' })
    const files = { 'main.tf': Buffer.from(head) }
    const [suggestion] = placement(await reportOf(files), diffOf(files), samePath).suggestions
    if (!suggestion) throw new Error('there is no suggestion')
    const expected = head.split('\n').toSpliced(suggestion.startLine - 1, 1, ...after)
    expect(commit(files, { ...suggestion, after })).toBe(expected.join('\n'))
  },
)
