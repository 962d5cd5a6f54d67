import type { Span } from '../source/span.js'

export const isWithin = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Things whose spans lie within each other or apart, as those of a syntax tree do: finds those around a place without a search. */
export class NestedSpans<T extends { readonly span: Span }> {
  /** By where they begin, outer ones before inner ones. */
  readonly all: readonly T[]
  /** Of each, the index of the one around it; -1 where there is none. */
  readonly #around: number[] = []

  constructor(all: Iterable<T>) {
    this.all = [...all].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    for (const [index, { span }] of this.all.entries()) this.#around.push(this.#outward(index - 1, span))
  }

  /** The index of the innermost one around the span, -1 where there is none. */
  innermost(span: Span): number {
    let low = 0
    let high = this.all.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.all[middle]?.span.start ?? 0) <= span.start) low = middle + 1
      else high = middle
    }
    return this.#outward(low - 1, span)
  }

  /** All that are around the span, inner ones first. */
  *around(span: Span): Generator<T> {
    let index = this.innermost(span)
    for (let one = this.all[index]; one; one = this.all[index]) {
      yield one
      index = this.#around[index] ?? -1
    }
  }

  /** From one that begins before the span outward, to the first that holds it. */
  #outward(from: number, span: Span): number {
    let index = from
    for (let one = this.all[index]; one && !isWithin(span, one.span); one = this.all[index]) {
      index = this.#around[index] ?? -1
    }
    return index
  }
}
