import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../src/plan/document.js'
import { JsonFile } from '../../src/plan/json-file.js'
import { JsonReader, MalformedJson } from '../../src/plan/json-reader.js'
import { accessTo } from './access.js'

const SEED = 20_260_301

/** Reads a value member by member, down to `depth` levels; what is deeper is read as a whole. */
const read = (reader: JsonReader, depth: number): JsonValue | undefined => {
  if (depth === 0) return reader.value()
  if (reader.atObject()) {
    const members: [string, JsonValue | undefined][] = []
    reader.members((key) => {
      members.push([key, read(reader, depth - 1)])
      return undefined
    })
    // As JSON.parse does: an own member, whatever its name.
    return Object.fromEntries(members) as JsonValue
  }
  if (reader.atArray()) {
    const elements: JsonValue[] = []
    reader.elements(() => {
      elements.push(read(reader, depth - 1) ?? null)
      return undefined
    })
    return elements
  }
  return reader.value()
}

const gap = fc.constantFrom('', '', ' ', '\n    ', '\t\r\n', '\n          ')

const escaped = (text: string): string =>
  `"${[...text].map((c) => [...Array(c.length).keys()].map((i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')).join('')}"`

const key = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('__proto__', 'constructor', 'type', 'a"b', '\\', '\\\\"'),
)

const stringText = (strings: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(strings, fc.boolean()).map(([text, inEscapes]) => (inEscapes ? escaped(text) : JSON.stringify(text)))

/** JSON text with white space and escapes wherever they may be; keys of one object differ. */
const { json } = fc.letrec<{ json: string; leaf: string; object: string; array: string }>((tie) => ({
  json: fc.oneof({ maxDepth: 6, withCrossShrink: true }, tie('leaf'), tie('object'), tie('array')),
  leaf: fc.oneof(
    stringText(fc.string({ unit: 'binary', maxLength: 40 })),
    fc.string({ maxLength: 200 }).map((text) => JSON.stringify(text.replaceAll('a', '\\').replaceAll('b', '"'))),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => JSON.stringify(number)),
    fc.constantFrom('null', 'true', 'false', '0', '-0', '1E+9', '-1.5e-3', '123456789012345678901234567890'),
  ),
  object: fc
    .tuple(gap, fc.uniqueArray(fc.tuple(key, gap, gap, tie('json'), gap), { selector: ([name]) => name, maxLength: 5 }))
    .map(
      ([space, members]) =>
        `{${space}${members.map(([name, a, b, value, c]) => `${name.includes('y') ? escaped(name) : JSON.stringify(name)}${a}:${b}${value}${c}`).join(',')}}`,
    ),
  array: fc
    .tuple(gap, fc.array(fc.tuple(gap, tie('json'), gap), { maxLength: 5 }))
    .map(([space, elements]) => `[${space}${elements.map((parts) => parts.join('')).join(',')}]`),
}))

const windowBytes = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 300 }))

/** Equal texts mean equal values: matchers stumble over members named `constructor`. */
const same = (value: JsonValue | undefined): string => JSON.stringify(value)

describe('JsonReader', () => {
  it('reads what JSON.parse reads, at any depth and through windows of any size', () => {
    fc.assert(
      fc.property(
        json,
        gap,
        windowBytes,
        fc.integer({ min: 1, max: 50 }),
        fc.nat(4),
        (text, space, size, most, depth) => {
          const file = new JsonFile(accessTo(space + text + space, most), 'x.json')
          const reader = new JsonReader(file, 0, size)
          expect(same(read(reader, depth))).toBe(same(JSON.parse(text)))
          expect(reader.atEnd()).toBe(true)
          expect(file.diagnostics).toEqual([])
        },
      ),
      { seed: SEED, numRuns: 1500 },
    )
  })

  it('skips exactly one value, and reads it later', () => {
    fc.assert(
      fc.property(json, json, windowBytes, (first, second, size) => {
        const file = new JsonFile(accessTo(`[${first} ,${second}]`), 'x.json')
        const reader = new JsonReader(file, 0, size)
        const ranges: { start: number; end: number }[] = []
        reader.elements(() => {
          ranges.push(reader.skip())
          return undefined
        })
        expect(ranges.map((range) => same(file.value(range)))).toEqual(
          [first, second].map((text) => same(JSON.parse(text))),
        )
        expect(ranges[0]).toEqual({ start: 1, end: 1 + Buffer.byteLength(first) })
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('leaves an object or array before its end', () => {
    fc.assert(
      fc.property(
        fc.array(json, { minLength: 1, maxLength: 5 }),
        fc.nat(4),
        fc.boolean(),
        windowBytes,
        (values, at, look, size) => {
          const stop = at % values.length
          const reader = new JsonReader(new JsonFile(accessTo(`[[${values.join(',')}], 7]`), 'x.json'), 0, size)
          const seen: (JsonValue | undefined)[] = []
          let index = 0
          reader.elements(() => {
            if (!reader.atArray()) {
              seen.push(reader.value())
              return undefined
            }
            reader.elements(() => {
              if (look) reader.skip()
              index += 1
              return index > stop ? 'leave' : undefined
            })
            return undefined
          })
          expect(index).toBe(stop + 1)
          expect(seen.at(-1)).toBe(7)
          expect(reader.atEnd()).toBe(true)
        },
      ),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('fails on every proper beginning of a document as truncated there', () => {
    fc.assert(
      fc.property(
        json.map((text) => `{"a":${text}}`),
        windowBytes,
        (text, size) => {
          const bytes = Buffer.from(text)
          for (let end = 0; end < bytes.length; end += 1) {
            const reader = new JsonReader(new JsonFile(accessTo(bytes.subarray(0, end)), 'x.json'), 0, size)
            expect(() => reader.members(() => undefined)).toThrow(
              expect.objectContaining({ truncated: true, offset: end }),
            )
          }
        },
      ),
      { seed: SEED, numRuns: 60 },
    )
  })

  it('fails on arbitrary bytes with MalformedJson alone', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.string({ unit: fc.constantFrom(...'{}[]",:\\ a1') }),
        windowBytes,
        (bytes, text, size) => {
          for (const content of [bytes, Buffer.from(text)]) {
            try {
              read(new JsonReader(new JsonFile(accessTo(content), 'x.json'), 0, size), 3)
            } catch (error) {
              expect(error).toBeInstanceOf(MalformedJson)
            }
          }
        },
      ),
      { seed: SEED, numRuns: 1000 },
    )
  })

  it.each([
    ['', 0, 'a value'],
    [']', 0, 'a value'],
    ['{"a":}', 5, 'a value'],
    ['{"a":1,}', 7, 'a key'],
    ['{"a":fals', 9, 'a value'],
    ['{"a":1;"b":2}', 6, '"," or "}"'],
    ['{"a":"x" "b"}', 9, '"," or "}"'],
  ])('says where %j is broken', (text, offset, message) => {
    const reader = new JsonReader(new JsonFile(accessTo(text), 'x.json'))
    expect(() => read(reader, 2)).toThrow(expect.objectContaining({ offset, message }))
  })

  it('reports a value that is balanced, but no JSON', () => {
    const file = new JsonFile(accessTo('[{"a" 1}, nul, 3]'), 'x.json')
    expect(read(new JsonReader(file), 1)).toEqual([null, null, 3])
    expect(file.diagnostics.map(({ message }) => message)).toEqual([
      'a value is not valid JSON, at byte 1',
      'a value is not valid JSON, at byte 10',
    ])
  })

  it('passes over long strings and deep nesting', () => {
    const long = `${'x'.repeat(700_000)}\\"${'\\\\'.repeat(300_000)}`
    const deep = `${'[{"a":'.repeat(200_000)}0${'}]'.repeat(200_000)}`
    const reader = new JsonReader(new JsonFile(accessTo(`{"long":"${long}","deep":${deep},"last":1}`), 'x.json'))
    const seen: [string, JsonValue | undefined][] = []
    reader.members((name) => {
      if (name === 'last') seen.push([name, reader.value()])
      return undefined
    })
    expect(seen).toEqual([['last', 1]])
  })
})
