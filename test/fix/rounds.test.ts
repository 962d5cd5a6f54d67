/**
 * What patches bring about, and how it is kept from being made. The linter is one of our own, over comments:
 *
 *     # wrong A: B      a violation at A, whose patch writes `# B` in place of the line; several lines of B are parted by `;`
 *     # worse A         a violation at A without a patch
 *     # double A        a violation at A without a patch if the line is there twice
 *     # fears A         a violation at A if there is a line `# A`
 *     # error A         something that cannot be read
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/finding.js'
import { mend } from '../../src/fix/index.js'
import type { Lint, Mended } from '../../src/fix/mended.js'
import type { Report } from '../../src/report/report.js'
import { decodeSource, type SourceFile } from '../../src/source/source-file.js'
import { memoryFileSystem } from '../terraform/load/memory-file-system.js'
import { patch } from './patches.js'

interface Line {
  readonly source: SourceFile
  readonly start: number
  readonly text: string
}

const linesOf = (source: SourceFile): readonly Line[] =>
  source.text.split('\n').map((text, index) => ({ source, start: source.lineStarts[index] ?? 0, text }))

const findingAt = ({ source, start, text }: Line, address: string): Finding => {
  const span = { start, end: start + text.length }
  const [finding] = patch({ source, span, text: '' }).findings
  const { fix: _, ...rest } = finding
  return { ...rest, address }
}

const findingsIn = (lines: readonly Line[]): readonly Finding[] => {
  const doubles = lines.filter(({ text }) => text.startsWith('# double ')).map(({ text }) => text)
  return lines.flatMap((line): readonly Finding[] => {
    const [, kind, address = '', by] = /^# (wrong|worse|double|fears) (\w+)(?:: (.*))?$/.exec(line.text) ?? []
    const finding = findingAt(line, address)
    if (kind === 'worse') return [finding]
    if (kind === 'double') return doubles.indexOf(line.text) !== doubles.lastIndexOf(line.text) ? [finding] : []
    if (kind === 'fears') return lines.some(({ text }) => text === `# ${address}`) ? [finding] : []
    if (kind !== 'wrong' || by === undefined) return []
    const text = by
      .split(';')
      .map((each) => (each.startsWith('!') ? each.slice(1) : `# ${each}`))
      .join('\n')
    const { source, start } = line
    return [{ ...finding, fix: patch({ source, span: { start, end: start + line.text.length }, text }).fix }]
  })
}

const runs = { count: 0 }

const lint: Lint = async ({ fileSystem, paths, wholeModules }) => {
  runs.count += 1
  const sources = fileSystem.list('.').map(({ name }) => decodeSource(name, fileSystem.read(name)))
  const lines = sources.flatMap(linesOf)
  const errors = lines.filter(({ text }) => text.startsWith('# error'))
  const report: Report = {
    findings: findingsIn(lines).filter(
      ({ location }) =>
        wholeModules || paths.includes('.') || (location?.kind === 'source' && paths.includes(location.source.path)),
    ),
    suppressed: [],
    diagnostics: errors.map(({ text, source }) => ({ severity: 'error', message: text.slice(2), file: source.path })),
    graphs: [],
    summary: {
      clusters: 0,
      auroraClusters: 0,
      streamed: 0,
      undecided: 0,
      errors: 0,
      warnings: 0,
      notes: 0,
      suppressed: 0,
    },
    masked: [],
    rules: [],
    severities: new Map(),
    stats: { filesRead: 0, bytesRead: 0, filesParsed: 0, rootModules: 1, plans: 0, absentCalls: 0, stages: [] },
  }
  return report
}

const mendLines = (files: Readonly<Record<string, readonly string[]>>, paths = ['.']): Promise<Mended> => {
  runs.count = 0
  const texts = Object.fromEntries(Object.entries(files).map(([path, lines]) => [path, lines.join('\n')]))
  return mend(lint, {
    paths,
    fileSystem: memoryFileSystem(texts),
    environment: new Map(),
    variables: [],
    safety: 'safe',
  })
}

const linesAfter = ({ changes }: Mended): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(changes.map(({ path, after }) => [path, after.split('\n')]))

const reasonsIn = ({ left }: Mended): Readonly<Record<string, string>> =>
  Object.fromEntries(left.map(({ finding, reason }) => [finding.address, reason]))

describe('rounds', () => {
  test('go on until nothing changes', async () => {
    const mended = await mendLines({ 'main.tf': ['# wrong a: wrong b: wrong c: right'] })
    expect(linesAfter(mended)).toEqual({ 'main.tf': ['# right'] })
    expect(mended).toMatchObject({ rounds: 3, left: [] })
    expect(mended.mended.map(({ address }) => address)).toEqual(['a'])
  })

  test('take what another patch stood in the way of', async () => {
    const mended = await mendLines({ 'main.tf': ['# wrong a: right', '# wrong b: right'] })
    expect(linesAfter(mended)).toEqual({ 'main.tf': ['# right', '# right'] })
    expect(mended.rounds).toBe(1)
  })

  test('are ten at most: what is more is not begun', async () => {
    const chain = Array.from({ length: 14 }, (_, index) => `wrong a${index}: `).join('')
    const mended = await mendLines({ 'main.tf': [`# ${chain}right`] })
    // The violation that is left after the tenth was not there before.
    expect(mended.changes).toEqual([])
    expect(Object.keys(reasonsIn(mended))).toEqual(['a0'])
  })
})

describe('a patch that brings something', () => {
  test('is not made, the others are', async () => {
    const mended = await mendLines({ 'main.tf': ['# wrong a: right', '# wrong b: worse c', '# wrong d: right'] })
    expect(linesAfter(mended)).toEqual({ 'main.tf': ['# right', '# wrong b: worse c', '# right'] })
    expect(reasonsIn(mended)).toEqual({ b: 'it would bring unsupported-mode at c' })
    expect(mended.mended.map(({ address }) => address)).toEqual(['a', 'd'])
  })

  test('is not made where it makes a file unreadable', async () => {
    const mended = await mendLines({ 'main.tf': ['# wrong a: error in it', '# wrong b: right'] })
    expect(linesAfter(mended)).toEqual({ 'main.tf': ['# wrong a: error in it', '# right'] })
    expect(reasonsIn(mended)).toEqual({ a: 'it would bring an error: error in it' })
  })

  test('is not made where the file is no configuration after it', async () => {
    const mended = await mendLines({ 'main.tf': ['# wrong a: !resource {', '# wrong b: right'] })
    expect(linesAfter(mended)).toEqual({ 'main.tf': ['# wrong a: !resource {', '# right'] })
    expect(reasonsIn(mended).a).toMatch(/^it would bring an error: /)
  })

  test('is made where that was wrong before', async () => {
    const mended = await mendLines({ 'main.tf': ['# worse c', '# error x', '# wrong b: right'] })
    expect(linesAfter(mended)).toEqual({ 'main.tf': ['# worse c', '# error x', '# right'] })
  })

  test('is not made where it brings another of the same', async () => {
    const mended = await mendLines({ 'main.tf': ['# worse c', '# wrong b: worse c'] })
    expect(mended.changes).toEqual([])
  })

  test('is not made where its finding stays', async () => {
    for (const line of ['# wrong a: wrong a: right;', '# wrong a: worse a']) {
      const mended = await mendLines({ 'main.tf': [line, '# wrong b: right'] })
      expect(mended.rounds).toBeLessThan(4)
      expect(mended.mended.map(({ address }) => address)).toContain('b')
    }
  })

  test('does not keep one from being made that would bring the same', async () => {
    const mended = await mendLines({ 'a.tf': ['# wrong a: double x'], 'b.tf': ['# wrong b: double x'] })
    expect(linesAfter(mended)).toEqual({ 'a.tf': ['# double x'] })
    expect(reasonsIn(mended)).toEqual({ b: 'it would bring unsupported-mode at x' })
  })

  test('is taken back where no later round mends what it brought', async () => {
    const mended = await mendLines({ 'main.tf': ['# wrong a: wrong b: worse c', '# wrong d: right'] })
    expect(linesAfter(mended)).toEqual({ 'main.tf': ['# wrong a: wrong b: worse c', '# right'] })
    expect(reasonsIn(mended)).toEqual({ a: 'it would bring unsupported-mode at b' })
  })

  test('is not made where it brings that to a file that was not named', async () => {
    const lines = { 'a.tf': ['# fears x'], 'b.tf': ['# wrong b: x', '# wrong c: right'] }
    for (const paths of [['.'], ['b.tf']]) {
      const mended = await mendLines(lines, paths)
      expect(linesAfter(mended)).toEqual({ 'b.tf': ['# wrong b: x', '# right'] })
      expect(reasonsIn(mended)).toEqual({ b: 'it would bring unsupported-mode at x' })
    }
  })

  test('is not made where it brings back what another has mended', async () => {
    const mended = await mendLines({ 'a.tf': ['# wrong a: right'], 'b.tf': ['# wrong b: wrong c: worse a'] })
    expect(mended.after.findings.map(({ address }) => address)).toEqual(['b'])
  })

  test('is taken back where its finding is there at last', async () => {
    const mended = await mendLines({ 'main.tf': ['# wrong a: wrong a: worse a'] })
    expect(mended.changes).toEqual([])
    expect(reasonsIn(mended)).toEqual({ a: 'the finding would still be there' })
  })

  test('is found among many with few lints', async () => {
    const lines = Array.from(
      { length: 1000 },
      (_, index) => `# wrong a${index}: ${index === 617 ? 'worse' : 'right'} x`,
    )
    const mended = await mendLines({ 'main.tf': lines })
    expect(mended.mended.length).toBe(999)
    expect(runs.count).toBeLessThan(6)
  })

  test('costs a bounded number of lints, however many there are', async () => {
    const lines = Array.from(
      { length: 200 },
      (_, index) => `# wrong a${index}: ${index % 2 ? 'worse' : 'right'} x${index}`,
    )
    const mended = await mendLines({ 'main.tf': lines })
    expect(mended.mended.length).toBe(100)
    expect(runs.count).toBeLessThan(30)
  })
})

describe('changes that belong together', () => {
  test('are one group, and what was changed for something else is another', async () => {
    const mended = await mendLines({ 'a.tf': ['# wrong a: right'], 'b.tf': ['# wrong b: right'] })
    expect(mended.changes.map(({ path, group }) => [path, group])).toEqual([
      ['a.tf', 0],
      ['b.tf', 1],
    ])
  })

  test('are those of a module where a patch comes later, which may refer to what came before', async () => {
    const mended = await mendLines({ 'a.tf': ['# wrong a: wrong c: right'], 'b.tf': ['# wrong b: right'] })
    expect(new Set(mended.changes.map(({ group }) => group)).size).toBe(1)
  })
})

/** The last ones are also those of findings with a patch. */
const name = fc.constantFrom('a', 'b', 'c', 'n0', 'n1', 'n2')
const end = fc.oneof(
  fc.constant('right'),
  name.map((each) => `worse ${each}`),
  name.map((each) => `double ${each}`),
  fc.constant('error x'),
)
const line = fc.record({ depth: fc.nat(3), end })
const files = fc
  .record({ 'a.tf': fc.array(line, { maxLength: 5 }), 'b.tf': fc.array(line, { maxLength: 3 }) })
  .map((given) => {
    let number = 0
    const text = ({ depth, end: last }: { readonly depth: number; readonly end: string }): string => {
      const wrong = Array.from({ length: depth }, () => `wrong n${number++}: `)
      return `# ${wrong.join('')}${last}`
    }
    return { 'a.tf': given['a.tf'].map(text), 'b.tf': given['b.tf'].map(text) }
  })

const violations = ({ findings }: Report): readonly string[] => findings.map(({ address }) => address)
const counts = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((each) => [each, names.filter((other) => other === each).length]))

test('whatever the patches are, nothing gets worse, and another run finds nothing to do', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (given) => {
      const mended = await mendLines(given)
      const [before, after] = [counts(violations(mended.before)), counts(violations(mended.after))]
      for (const [each, count] of after) expect(count).toBeLessThanOrEqual(before.get(each) ?? 0)
      expect(mended.after.diagnostics.length).toBeLessThanOrEqual(mended.before.diagnostics.length)
      const again = await mendLines({ ...given, ...linesAfter(mended) })
      expect(again.changes).toEqual([])
      expect(mended.left.map(({ finding }) => finding)).toEqual(mended.after.findings.filter(({ fix }) => fix))
    }),
    { seed: 5, numRuns: 150 },
  )
})
