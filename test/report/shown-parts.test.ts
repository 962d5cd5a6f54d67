import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edit } from '../../src/finding.js'
import { edited } from '../../src/report/edited.js'
import { shownChange, shownDiff } from '../../src/report/shown-diff.js'
import { ShownParts } from '../../src/report/shown-parts.js'
import { createStyle } from '../../src/report/style.js'
import { SourceFile } from '../../src/source/source-file.js'
import { spanOf } from './samples.js'

const RUNS = { seed: 20_261, numRuns: 150 }

const plainStyle = createStyle(false)

const inParts = (
  source: SourceFile,
  edits: readonly Edit[],
  masked: ConstructorParameters<typeof ShownParts>[0] = [],
) => new ShownParts(masked).of(source.path, source, edits)

const asAWhole = (source: SourceFile, edits: readonly Edit[], masked: Parameters<typeof shownChange>[3] = []): string =>
  shownDiff([shownChange(source.path, source, edited(source.text, edits), masked)], plainStyle)

const expectAsAWhole = (source: SourceFile, edits: readonly Edit[]): void =>
  expect(shownDiff(inParts(source, edits), plainStyle)).toBe(asAWhole(source, edits))

const block = (name: string, ...lines: readonly string[]): string =>
  [`resource "aws_rds_cluster" "${name}" {`, ...lines.map((line) => `  ${line}`), '}', ''].join('\n')

const many = Array.from({ length: 60 }, (_, index) =>
  block(`c${index}`, 'engine = "aurora-mysql"', `password = "s${index}"`),
)
const large = new SourceFile('main.tf', many.join('\n'))

const behind = (source: SourceFile, text: string, put: string): Edit => {
  const { end } = spanOf(source, text)
  return { source, span: { start: end, end }, text: put }
}

describe('what a patch makes of a large file', () => {
  it('is shown by the parts around its edits, as in the diff of the whole', () => {
    const edits = [behind(large, '"s7"', '\n  mode = "async"'), behind(large, '"s40"\n}', '\n\nmoved {}')]
    const parts = inParts(large, edits)
    expect(parts.map(({ linesAbove }) => linesAbove)).toEqual([
      { before: 29, after: 29 },
      { before: 194, after: 195 },
    ])
    for (const { before } of parts) expect(before.source.lineStarts.length).toBeLessThan(30)
    expectAsAWhole(large, edits)
  })

  it('hides what is secret anywhere in the file', () => {
    const edits = [behind(large, '"s3"', '\n  port = "s50"')]
    expect(shownDiff(inParts(large, edits), plainStyle)).not.toMatch(/s50|s3/)
    expectAsAWhole(large, edits)
  })

  it('hides what the run knows to be sensitive', () => {
    const masked = [{ source: large, span: spanOf(large, '"aurora-mysql"') }]
    const edits = [behind(large, '"s0"', '\n  port = 1')]
    const shown = shownDiff(inParts(large, edits, masked), plainStyle)
    expect(shown).not.toContain('aurora-mysql')
    expect(shown).toBe(asAWhole(large, edits, masked))
  })

  it('is shown behind all that is the same, however much that is', () => {
    const alike = new SourceFile(
      'main.tf',
      `${block('first')}${block('same', 'a = 1', 'b = 2').repeat(30)}${block('last')}`,
    )
    expectAsAWhole(alike, [behind(alike, '"first" {\n}\n', block('same', 'a = 1', 'b = 2'))])
  })

  it('is cut nowhere in a file that is no list of blocks', () => {
    const texts = ['a = 1\n'.repeat(100), `${'resource "x" "y" {\n}\n'.repeat(50)}variable "z" {`]
    const sources = [new SourceFile('x.tfvars', texts[0] ?? ''), new SourceFile('x.tf', texts[1] ?? '')]
    for (const source of sources) {
      const edits = [{ source, span: { start: 120, end: 120 }, text: '\n' }]
      expect(inParts(source, edits).map(({ before }) => before.source.text)).toEqual([source.text])
      expectAsAWhole(source, edits)
    }
  })

  it('is the same as in the diff of the whole, whatever is edited', () => {
    const line = fc.constantFrom(
      'a = 1',
      'password = "p"',
      'b = "p"',
      '# note',
      '',
      'c = <<E\n}\nresource "x" {\nE',
      'd = "é😀"',
    )
    const blocks = fc.array(
      fc.array(line, { maxLength: 6 }).map((lines) => block('x', ...lines)),
      { minLength: 1, maxLength: 25 },
    )
    const text = fc
      .tuple(blocks, fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\ufeff'), fc.boolean())
      .map(([all, end, mark, isEnded]) => {
        const joined = mark + all.join('\n').replaceAll('\n', end)
        return isEnded ? joined : joined.trimEnd()
      })
    const put = fc.oneof(
      line,
      line.map((each) => `\n${each}\n`),
      fc.constantFrom(block('x', 'a = 1'), '"p"', ''),
    )
    fc.assert(
      fc.property(
        text,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), put), { minLength: 1, maxLength: 3 }),
        (content, wanted) => {
          const source = new SourceFile('main.tf', content)
          const edits: Edit[] = []
          for (const [at, length, words] of wanted.toSorted(
            ([a], [b]) => (a % content.length) - (b % content.length),
          )) {
            const start = at % content.length
            const end = Math.min(start + length, content.length)
            if (start >= (edits.at(-1)?.span.end ?? 0)) edits.push({ source, span: { start, end }, text: words })
          }
          expectAsAWhole(source, edits)
        },
      ),
      RUNS,
    )
  })
})
