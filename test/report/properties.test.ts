import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/report/display-width.js'
import { text } from '../../src/report/text.js'
import { SourceFile } from '../../src/source/source-file.js'
import { finding, plain, report } from './samples.js'

const RUNS = { seed: 20_260, numRuns: 300 }

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\r\n',
        '\t',
        '"',
        ' = ',
        'password',
        '日本',
        'e\u0301',
        '😀',
        '\u001b[2J',
        '\u202e',
        '{',
        '}',
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ minLength: 60, maxLength: 120 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''))

const sourceWithSpans = fc
  .record({ content: anyText, marks: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }) })
  .map(({ content, marks }) => {
    const source = new SourceFile('x.tf', content)
    const [a = 0, b = 0, c = 0, d = 0] = marks.map((mark) => mark % (content.length + 1)).sort((x, y) => x - y)
    return { source, first: { start: a, end: b }, second: { start: c, end: d } }
  })

describe('whatever a file holds', () => {
  it('is shown within the terminal, without anything that the terminal would act on', () => {
    fc.assert(
      fc.property(
        sourceWithSpans,
        anyText,
        fc.integer({ min: 40, max: 120 }),
        ({ source, first, second }, put, columns) => {
          const edits = [
            { source, span: first, text: put },
            { source, span: second, text: '' },
          ]
          const fix = { safety: 'safe', title: 'change it', edits } as const
          const found = finding({
            location: { kind: 'source', source, span: first },
            fix,
            message: 'm',
            hint: 'h',
            url: 'u',
          })
          const shown = text(report({ findings: [found], rules: [] }), { ...plain, columns })
          // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
          expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
          for (const line of shown.split('\n').filter((each) => /^ *\d* \|/.test(each))) {
            expect(displayWidth(line)).toBeLessThanOrEqual(columns)
          }
          expect(shown.match(/^ +\| +\^+$/gm)).toHaveLength(1)
        },
      ),
      RUNS,
    )
  })

  it('keeps the underline below the text that is meant', () => {
    const filler = fc
      .array(fc.constantFrom('a', '日', '😀', 'e\u0301', '\t', ' '), { maxLength: 150 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(filler, filler, fc.integer({ min: 40, max: 120 }), (before, after, columns) => {
        const content = `${before}<here>${after}`
        const span = { start: content.indexOf('<'), end: content.indexOf('>') + 1 }
        const source = new SourceFile('x.tf', content)
        const found = finding({ location: { kind: 'source', source, span } })
        const lines = text(report({ findings: [found] }), { ...plain, columns }).split('\n')
        const at = lines.findIndex((line) => line.includes('^'))
        const [line = '', mark = ''] = [lines[at - 1], lines[at]]
        const column = displayWidth(line.slice(0, line.indexOf('<here>')))
        expect(line).toContain('<here>')
        expect({ from: mark.indexOf('^'), to: mark.lastIndexOf('^') }).toEqual({ from: column, to: column + 5 })
      }),
      RUNS,
    )
  })

  it('shows nothing of what is masked, however the masks lie', () => {
    const length = 90
    const place = fc.integer({ min: 0, max: length })
    const span = fc.tuple(place, place).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    fc.assert(
      fc.property(fc.array(place, { maxLength: 6 }), fc.array(span, { maxLength: 6 }), span, (breaks, masks, meant) => {
        const isMasked = (at: number): boolean => masks.some(({ start, end }) => start <= at && at < end)
        const content = Array.from({ length }, (_, at) => (breaks.includes(at) ? '\n' : isMasked(at) ? 'S' : 'x'))
        const source = new SourceFile('x.tf', content.join(''))
        const found = finding({
          location: { kind: 'source', source, span: meant },
          fix: { safety: 'safe', title: 't', edits: [{ source, span: meant, text: 'y' }] },
          masked: masks.slice(0, 3).map((mask) => ({ source, span: mask })),
        })
        const masked = masks.slice(3).map((mask) => ({ source, span: mask }))
        const shown = text(report({ findings: [found], rules: [], masked }), plain)
        expect(shown.split('\n').filter((line) => /^ *\d+ \|.*S/.test(line))).toEqual([])
      }),
      RUNS,
    )
  })
})
