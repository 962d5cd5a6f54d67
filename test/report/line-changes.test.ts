import { applyPatch, diffArrays, structuredPatch } from 'diff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hunksOf } from '../../src/report/hunks.js'
import { type LineChange, lineChanges, linesOf } from '../../src/report/line-changes.js'
import { fileDiff } from '../../src/report/unified-diff.js'

/** Few lines, so that many are there more than once, and some that are there once. */
const text = fc
  .tuple(
    fc.constantFrom('', '\ufeff'),
    fc.array(
      fc.tuple(
        fc.oneof(fc.constantFrom('a = 1', '}', '', 'x\ry', '-', '+', '--- a/x'), fc.integer({ min: 0, max: 40 })),
        fc.constantFrom('\n', '\n', '\n', '\r\n'),
      ),
      { maxLength: 40 },
    ),
    fc.constantFrom('', 'last', '}', 'a\r'),
  )
  .map(([mark, lines, last]) => mark + lines.map(([line, end]) => `${line}${end}`).join('') + last)

const side = (changes: readonly LineChange[], sign: '-' | '+'): string =>
  changes.flatMap((change) => (change.sign === ' ' || change.sign === sign ? change.lines : [])).join('')

const anyMost = fc.integer({ min: 0, max: 20 })

describe('the lines that change', () => {
  it('are those of both texts, however few are compared at once', () => {
    fc.assert(
      fc.property(text, text, anyMost, (before, after, most) => {
        const changes = lineChanges(linesOf(before), linesOf(after), most)
        expect([side(changes, '-'), side(changes, '+')]).toEqual([before, after])
        expect(changes.every(({ sign, lines }, index) => lines.length > 0 && sign !== changes[index - 1]?.sign)).toBe(
          true,
        )
      }),
      { numRuns: 500, seed: 11 },
    )
  })

  it('are found between those that either side has once, though a shorter way may be known', () => {
    const before = ['}\n', '}\n', 'once\n', '}\n', '}\n']
    const after = ['once\n', '}\n', '}\n', '}\n', '}\n']
    expect(lineChanges(before, after, 0)).toEqual([
      { sign: '-', lines: ['}\n', '}\n'] },
      { sign: ' ', lines: ['once\n', '}\n', '}\n'] },
      { sign: '+', lines: ['}\n', '}\n'] },
    ])
  })

  it('leave as many as possible where they are when some have moved', () => {
    const changes = lineChanges(['a', 'b', 'c', 'd', 'e'], ['d', 'a', 'b', 'e', 'c'], 0)
    expect(changes.flatMap(({ sign, lines }) => (sign === ' ' ? lines : []))).toEqual(['a', 'b', 'e'])
  })
})

describe('hunks', () => {
  it('are those that the library makes of the same changes', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 4 }), (before, after, context) => {
        fc.pre(before !== after)
        const changes = diffArrays([...linesOf(before)], [...linesOf(after)]).map(
          ({ value, added, removed }): LineChange => ({ sign: added ? '+' : removed ? '-' : ' ', lines: value }),
        )
        expect(hunksOf(changes, context)).toEqual(structuredPatch('a', 'b', before, after, '', '', { context }).hunks)
      }),
      { numRuns: 500, seed: 12 },
    )
  })
})

describe('a diff of more lines than are compared at once', () => {
  it('makes of the text before exactly that after', () => {
    fc.assert(
      fc.property(text, text, anyMost, (before, after, most) => {
        fc.pre(before !== after)
        const diff = fileDiff({ path: 'main.tf', before, after }, most)
        expect(applyPatch(before, diff, { autoConvertLineEndings: false })).toBe(after)
      }),
      { numRuns: 500, seed: 13 },
    )
  })

  it('is, where only blocks are added, the shortest', () => {
    const block = (index: number): string =>
      `resource "aws_rds_cluster" "c${index}" {\n  engine = "aurora-mysql"\n}\n\n`
    const added = (index: number): string => `resource "aws_kms_key" "c${index}" {\n  enable_key_rotation = true\n}\n\n`
    const all = Array.from({ length: 20 }, (_, index) => index)
    const before = all.map(block).join('')
    const after = all.map((index) => block(index) + added(index)).join('')
    const change = { path: 'main.tf', before, after }
    expect(fileDiff(change, 10)).toBe(fileDiff(change))
  })
})
