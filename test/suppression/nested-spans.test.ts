import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../../src/source/span.js'
import { isWithin, NestedSpans } from '../../src/suppression/nested-spans.js'

/** Within each other or apart, some of them equal: made of the brackets of a random text. */
const nested = fc.string({ unit: fc.constantFrom('(', ')', ' '), maxLength: 60 }).map((text) => {
  const open: number[] = []
  const spans: { readonly span: Span }[] = []
  for (const [at, bracket] of [...text].entries()) {
    if (bracket === '(') open.push(at)
    const start = bracket === ')' ? open.pop() : undefined
    if (start === undefined) continue
    spans.push({ span: { start, end: at + 1 } })
    if (at % 7 === 0) spans.push({ span: { start, end: at + 1 } })
  }
  return spans
})

test('all around a place are found, inner ones first', () => {
  fc.assert(
    fc.property(nested, fc.nat(60), fc.nat(5), (all, start, length) => {
      const place = { start, end: start + length }
      const spans = new NestedSpans(all)
      const found = [...spans.around(place)]
      expect(new Set(found)).toEqual(new Set(all.filter(({ span }) => isWithin(place, span))))
      expect(found[0]).toBe(spans.all[spans.innermost(place)])
      for (const [index, { span }] of found.entries()) {
        const next = found[index + 1]
        if (next) expect(isWithin(span, next.span)).toBe(true)
      }
    }),
    { seed: 20_260_615, numRuns: 500 },
  )
})
