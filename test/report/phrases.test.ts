import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Phrases } from '../../src/report/phrases.js'
import type { Span } from '../../src/source/span.js'

const oneByOne = (text: string, phrases: readonly string[]): readonly Span[] =>
  [...new Set(phrases)].flatMap((phrase) => {
    const found: Span[] = []
    for (let at = text.indexOf(phrase); at !== -1 && phrase !== ''; at = text.indexOf(phrase, at + phrase.length))
      found.push({ start: at, end: at + phrase.length })
    return found
  })

const sorted = (spans: readonly Span[]): readonly Span[] => spans.toSorted((a, b) => a.start - b.start || a.end - b.end)

describe('phrases', () => {
  it('are found wherever each of them is', () => {
    const long = 'a beginning that many have'
    const text = `${long}, ${long} 2; aaa "x"`
    const phrases = [long, `${long} 2`, 'aa', '"x"', 'nowhere']
    expect(new Phrases(phrases).in(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      long,
      long,
      `${long} 2`,
      'aa',
      '"x"',
    ])
  })

  it('are nowhere where there are none, or they are empty', () => {
    expect(new Phrases([]).in('a')).toEqual([])
    expect(new Phrases(['']).in('a')).toEqual([])
  })

  it('are found as if each were looked for alone', () => {
    const text = (maxLength: number) =>
      fc.array(fc.constantFrom('a', 'b', '"', '😀', '\ud83d'), { maxLength }).map((all) => all.join(''))
    fc.assert(
      fc.property(text(80), fc.array(text(20), { maxLength: 8 }), (content, some) => {
        const phrases = [...some, content.slice(3, 30), content.slice(3, 24)]
        expect(sorted(new Phrases(phrases).in(content))).toEqual(sorted(oneByOne(content, phrases)))
      }),
      { numRuns: 300, seed: 14 },
    )
  })
})
