import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ParsedFile } from '../../src/hcl/syntax.js'
import { SourceFile } from '../../src/source/source-file.js'
import { Stands } from '../../src/suppression/stand.js'
import { parseConfiguration } from '../../src/terraform/load/parse.js'
import { program } from '../hcl/generator.js'

const parsed = (text: string, name = 'main.tf'): ParsedFile =>
  parseConfiguration(new SourceFile(name, text), name.endsWith('.json') ? 'json' : 'native')

/** What the comment that holds `HERE` stands at, as it is written. */
const standsAt = (text: string, name?: string): string | undefined => {
  const file = parsed(text, name)
  const comment = file.comments.find(({ span }) => file.source.slice(span).includes('HERE'))
  if (!comment) throw new Error('there is no comment')
  const stand = new Stands(file).of(comment)
  return stand && file.source.slice(stand.span)
}

describe('a comment stands at', () => {
  test.each([
    ['the block below', '# HERE\na {}\n', 'a {}'],
    ['the attribute below', 'a {\n  b = 1\n  # HERE\n  c = 2\n}\n', 'c = 2'],
    ['the block within a block below', 'a {\n  b = 1\n  # HERE\n  c {}\n}\n', 'c {}'],
    ['the block that opens above', 'a {\n  # HERE\n  b = 1\n}\n', 'a {\n  # HERE\n  b = 1\n}'],
    [
      'the inner block that opens above',
      'a {\n  b {\n    # HERE\n    c = 1\n  }\n}\n',
      'b {\n    # HERE\n    c = 1\n  }',
    ],
    ['an empty block', 'a {\n  # HERE\n}\n', 'a {\n  # HERE\n}'],
    ['the first of the local values', 'locals {\n  # HERE\n  a = 1\n}\n', 'a = 1'],
    ['what ends on its line', 'a {\n  b = 1 # HERE\n}\n', 'b = 1'],
    ['the outermost that ends on its line', 'a { b = { c = [1] } } # HERE\n', 'a { b = { c = [1] } }'],
    ['what begins on its line', 'a { # HERE\n  b = 1\n}\n', 'a { # HERE\n  b = 1\n}'],
    ['the innermost that begins on its line', 'a = { b = { # HERE\n c = 1\n } }\n', 'b = { # HERE\n c = 1\n }'],
    ['the item before the comma', 'a = {\n  b = 1, # HERE\n  c = 2\n}\n', 'b = 1'],
    ['the item of a list', 'a = [\n  "b",\n  "c", # HERE\n]\n', '"c"'],
    ['the item below', 'a = [\n  # HERE\n  { b = 1 },\n  { c = 1 },\n]\n', '{ b = 1 }'],
    ['the item of an object in a call', 'a = merge(b, {\n  # HERE\n  c = 1\n})\n', 'c = 1'],
    ['the attribute, amid its value', 'a = b ? 1 : ( # HERE\n  2\n)\n', 'a = b ? 1 : ( # HERE\n  2\n)'],
    ['the attribute, amid the arguments of a call', 'a = f(\n  # HERE\n  b,\n)\n', 'a = f(\n  # HERE\n  b,\n)'],
    ['what follows on its line', '/* HERE */ a = 1\n', 'a = 1'],
    ['what is before another comment', 'a = 1 /* b */ # HERE\n', 'a = 1'],
    ['what is behind a comment on its line', '/* b */ /* HERE */ a = 1\n', 'a = 1'],
    ['a heredoc below', 'a {\n  b = 1\n  # HERE\n  c = <<E\n# no\nE\n}\n', 'c = <<E\n# no\nE'],
    ['what is below other comments', '# HERE\n# b\n/* c\n\n d */\n\t// e\na = 1\n', 'a = 1'],
    ['what is below, with CRLF', '# HERE\r\n# b\r\na = 1\r\n', 'a = 1'],
    ['what is below a byte order mark', '\ufeff# HERE\na = 1\n', 'a = 1'],
  ])('%s', (_, text, expected) => {
    expect(standsAt(text)).toBe(expected)
  })

  test.each([
    ['above an empty line', '# HERE\n\na = 1\n'],
    ['above an empty line with blanks', '# HERE\r\n \t \r\na = 1\r\n'],
    ['at the end of a block', 'a {\n  b = 1\n  # HERE\n}\n'],
    ['at the end of an object', 'a = {\n  b = 1\n  # HERE\n}\n'],
    ['at the end of a file', 'a = 1\n# HERE'],
    ['alone', '# HERE'],
    ['behind what is no attribute', 'a {\n  b = 1\n  ! # HERE\n}\n'],
  ])('nothing: %s', (_, text) => {
    expect(standsAt(text)).toBeUndefined()
  })

  test.each([
    ['a block', '{"locals": {"//": "HERE", "a": 1}}', '"locals": {"//": "HERE", "a": 1}'],
    [
      'a block with labels',
      '{"output": {"a": {"value": 1, "//": ["b", "HERE"]}}}',
      '"a": {"value": 1, "//": ["b", "HERE"]}',
    ],
    ['one of several blocks', '{"locals": [{"a": 1}, {"//": "HERE"}]}', '"locals": [{"a": 1}, {"//": "HERE"}'],
    ['no block', '{"//": "HERE", "locals": {"a": 1}}', undefined],
    ['no block, among labels', '{"output": {"//": "HERE", "a": {"value": 1}}}', undefined],
  ])('in JSON syntax: %s', (_, text, expected) => {
    expect(standsAt(text, 'main.tf.json')).toBe(expected)
  })
})

test('wherever a comment is, it stands at something of the file next to it, or at nothing', () => {
  const comment = fc.constantFrom('# HERE', '// HERE', '/* HERE */', '/* HERE\n */')
  const place = fc.record({ line: fc.nat(60), behind: fc.boolean() })
  fc.assert(
    fc.property(program, comment, place, (text, written, { line, behind }) => {
      const lines = text.split('\n')
      const at = line % lines.length
      if (behind) lines[at] = `${lines[at]} ${written}`
      else lines.splice(at, 0, written)
      const file = parsed(lines.join('\n'))
      const stands = new Stands(file)
      for (const { span, style } of file.comments) {
        const stand = stands.of({ span, style })
        if (!stand) continue
        expect(stand.span.start).toBeGreaterThanOrEqual(0)
        expect(stand.span.end).toBeLessThanOrEqual(file.source.text.length)
        const first = file.source.lineIndex(stand.span.start)
        const own = file.source.lineIndex(span.start)
        const isAround = stand.span.start <= span.start && span.end <= stand.span.end
        const endsHere = file.source.lineIndex(stand.span.end) === own
        expect(isAround || endsHere || first >= own).toBe(true)
        if (stand.block) expect(stand.block.span.start).toBeLessThanOrEqual(stand.span.start)
      }
    }),
    { seed: 20_260_615, numRuns: 500 },
  )
})

test('comments that stand above each other stand at the same, as many as there are', () => {
  const file = parsed(`${'# a comment\n'.repeat(20_000)}a = 1\n\n# adrift\n\nb = 2\n`)
  const stands = new Stands(file)
  const found = file.comments.map((comment) => stands.of(comment)?.attribute)
  expect(found.slice(0, -1).every((attribute) => attribute === 'a')).toBe(true)
  expect(found.at(-1)).toBeUndefined()
})
