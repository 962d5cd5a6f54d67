import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Edit } from '../../src/finding.js'
import { type Combined, combine } from '../../src/fix/combine.js'
import type { Patch } from '../../src/fix/patch.js'
import { SourceFile } from '../../src/source/source-file.js'
import { file, inserting, patch, replacing } from './patches.js'

const own = (path: string): string => path

const texts = ({ files }: Combined): Readonly<Record<string, string>> =>
  Object.fromEntries(files.map(({ identity, text }) => [identity, text]))

const main = file('main.tf', 'one\ntwo\nthree\n')

describe('combining', () => {
  test('makes what lies apart', () => {
    const combined = combine([patch(replacing(main, 'three', '3')), patch(replacing(main, 'one', '1'))], own)
    expect(texts(combined)).toEqual({ 'main.tf': '1\ntwo\n3\n' })
    expect(combined.made.length).toBe(2)
    expect(combined.waiting).toEqual([])
  })

  test('does once what is said twice', () => {
    const twice = [patch(replacing(main, 'two', '2')), patch(replacing(main, 'two', '2'), replacing(main, 'one', '1'))]
    expect(texts(combine(twice, own))).toEqual({ 'main.tf': '1\n2\nthree\n' })
    expect(combine(twice, own).made.length).toBe(2)
  })

  test('lets whole lines at one place follow one another, whichever comes first', () => {
    const [a, b] = [patch(inserting(main, 'two', 'a\n')), patch(inserting(main, 'two', 'b\n'))]
    expect(texts(combine([a, b], own))).toEqual({ 'main.tf': 'one\na\nb\ntwo\nthree\n' })
    expect(texts(combine([b, a], own))).toEqual({ 'main.tf': 'one\na\nb\ntwo\nthree\n' })
  })

  test('lets other insertions at one place wait', () => {
    const { isWhole: _, ...word } = inserting(main, 'two', 'a ')
    const first = patch(word)
    const second = patch({ ...word, text: 'b ' })
    const combined = combine([second, first], own)
    expect(texts(combined)).toEqual({ 'main.tf': 'one\na two\nthree\n' })
    expect(combined.waiting).toEqual([second])
  })

  test.each([
    ['the same text', replacing(main, 'two', 'zwei')],
    ['a part of it', replacing(main, 'wo', 'oo')],
    ['text around it', replacing(main, 'e\ntwo\nt', '')],
    ['text that touches it', replacing(main, '\nthree', '')],
    ['an insertion at its end', { ...inserting(main, '\nthree', 'x') }],
  ])('keeps the first of two that are about %s', (_, other) => {
    const first = { ...patch(replacing(main, 'two', '2')) }
    const before = patch(replacing(main, 'one', '1'), replacing(main, 'two', '2'))
    for (const patches of [
      [before, patch(other)],
      [patch(other), before],
    ]) {
      const combined = combine(patches, own)
      expect(texts(combined)).toEqual({ 'main.tf': '1\n2\nthree\n' })
      expect(combined.waiting.length).toBe(1)
    }
    expect(combine([first, patch(other)], own).made.length).toBe(1)
  })

  test('makes a patch in all of its files or in none', () => {
    const other = file('other.tf', 'x\n')
    const first = patch(replacing(main, 'two', '2'))
    const second = patch(replacing(main, 'two', 'zwei'), replacing(other, 'x', 'y'))
    expect(texts(combine([first, second], own))).toEqual({ 'main.tf': 'one\n2\nthree\n' })
  })

  test('makes none whose own edits contradict each other', () => {
    const combined = combine([patch(replacing(main, 'two', '2'), replacing(main, 'wo', 'oo'))], own)
    expect(combined).toMatchObject({ made: [], files: [] })
    expect(combined.waiting.length).toBe(1)
  })

  test('makes edits of one patch that touch each other', () => {
    const removal = patch(replacing(main, 'one\n', ''), replacing(main, 'two\n', ''))
    expect(texts(combine([removal], own))).toEqual({ 'main.tf': 'three\n' })
  })

  test('knows a file by all of its names', () => {
    const linked = file('linked/main.tf', main.text)
    const patches = [
      patch(replacing(main, 'two', '2')),
      patch(replacing(linked, 'two', '2'), replacing(linked, 'one', '1')),
    ]
    const combined = combine(patches, (path) => path.replace('linked/', ''))
    expect(texts(combined)).toEqual({ 'main.tf': '1\n2\nthree\n' })
  })

  test('makes none in a file that was another one when it was read by its other name', () => {
    const linked = file('linked/main.tf', `${main.text}four\n`)
    const patches = [patch(replacing(main, 'two', '2')), patch(replacing(linked, 'one', '1'))]
    const { waiting, made } = combine(patches, () => 'main.tf')
    expect([made.length, waiting.length]).toEqual([1, 1])
  })
})

/** The text with each edit in it, one after the other from the end: another way to the same. */
const applied = (text: string, edits: readonly Edit[]): string =>
  edits.reduceRight((now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end), text)

const LENGTH = 40

const texted = fc.string({
  unit: fc.constantFrom('a', '\n', '\r', 'é', '😀', '\ufeff'),
  minLength: LENGTH,
  maxLength: LENGTH,
})

const edit = (source: SourceFile): fc.Arbitrary<Edit> =>
  fc
    .record({
      at: fc.nat(LENGTH),
      length: fc.oneof(fc.constant(0), fc.nat(4)),
      text: fc.constantFrom('', 'x', 'y', 'zz\n'),
      isWhole: fc.boolean(),
    })
    .map(({ at, length, text, isWhole }) => ({
      source,
      span: { start: at, end: Math.min(at + length, source.text.length) },
      text,
      ...(isWhole && length === 0 && { isWhole: true as const }),
    }))

const patches = fc
  .tuple(texted, texted)
  .map(([a, b]) => [new SourceFile('a.tf', a), new SourceFile('b.tf', b)] as const)
  .chain(([a, b]) =>
    fc
      .array(fc.array(fc.oneof(edit(a), edit(b)), { minLength: 1, maxLength: 3 }), { maxLength: 12 })
      .map((lists) => lists.map((edits) => patch(...edits))),
  )

const SEED = { seed: 5, numRuns: 500 }

describe('of any patches', () => {
  test('the order in which they are given is of no consequence', () => {
    fc.assert(
      fc.property(
        patches.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
        ([given, shuffled]) => {
          expect(texts(combine(shuffled, own))).toEqual(texts(combine(given, own)))
        },
      ),
      SEED,
    )
  })

  test('those that are made are in the text, each edit once, and nothing else is', () => {
    fc.assert(
      fc.property(patches, (given) => {
        const { made, waiting, files } = combine(given, own)
        expect(new Set([...made, ...waiting])).toEqual(new Set(given))
        for (const { identity, source, edits, text } of files) {
          expect(text).toBe(applied(source.text, edits))
          const said = made.flatMap(({ fix }) => fix.edits).filter((each) => each.source.path === identity)
          expect(new Set(edits.map(saying))).toEqual(new Set(said.map(saying)))
          expect(new Set(edits.map(saying)).size).toBe(edits.length)
        }
      }),
      SEED,
    )
  })

  test('a part of those that are made gives what these alone would', () => {
    fc.assert(
      fc.property(
        patches
          .map((given) => combine(given, own).made)
          .chain((made) => fc.tuple(fc.constant(made), fc.subarray([...made]))),
        ([, some]) => {
          const { made, waiting } = combine(some, own)
          expect(waiting).toEqual([])
          expect(new Set<Patch>(made)).toEqual(new Set(some))
        },
      ),
      SEED,
    )
  })
})

const saying = ({ span, text }: Edit): string => JSON.stringify([span.start, span.end, text])
