import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNative } from '../../../src/hcl/index.js'
import { SourceFile } from '../../../src/source/source-file.js'
import { indexBlocks } from '../../../src/terraform/load/block-index.js'

const indexed = (text: string) => indexBlocks(new TextEncoder().encode(text))

const names = (text: string) =>
  indexed(text)?.map(({ kind, name, source }) => `${kind} ${name}${source === undefined ? '' : ` from ${source}`}`)

/** What the parser finds, in the words of the index. */
const parsedNames = (text: string): readonly string[] | undefined => {
  const { body, diagnostics } = parseNative(new SourceFile('main.tf', text))
  if (diagnostics.length > 0) return undefined
  return body.blocks.flatMap(({ type, labels, body: { attributes } }) => {
    const name = labels.map(({ value }) => value).join('.')
    if (type === 'locals') return [...attributes.keys()].map((local) => `local ${local}`)
    if (type === 'data') return [`resource data.${name}`]
    const source = attributes.get('source')?.expression
    if (type === 'module') return [`module ${name} from ${source?.kind === 'literal' ? source.value : undefined}`]
    return type === 'resource' || type === 'output' ? [`${type} ${name}`] : []
  })
}

describe('the index of a file', () => {
  it('names what is declared', () => {
    const text = [
      'resource "aws_vpc" "main" {}',
      '  data "aws_vpc" "other" {\n    id = "x"\n  }',
      'resource aws_vpc bare {\n}',
      'module "db" {\n  source = "./db" # here\n  providers = { aws = aws.west }\n}',
      'module "one_line" { source = "../x" }',
      'output "id" {\n  value = aws_vpc.main.id\n}',
      'locals {\n  a = 1\n  b = [\n    2,\n  ]\n  c = { d = 3 }\n}',
      'locals { e = 4 }',
      'import {\n  to = a.c\n  id = "c"\n}',
      'check "health" {\n  data "http" "x" {}\n}',
    ].join('\n')
    expect(names(text)).toEqual(parsedNames(text))
    expect(names(text)).toHaveLength(10)
  })

  const lookalikes: Readonly<Record<string, string>> = {
    'a heredoc': 'resource "a" "b" {\n  x = <<-EOT\n    }\n    resource "c" "d" {\n    EOT\n  y = 1\n}\n',
    'a heredoc that holds another':
      'locals {\n  x = <<A\n${join("", [<<B\nA\n}\nB\n])}\n}\nA\n  y = 1\n}\noutput "z" {}\n',
    'a heredoc of a shell script':
      'locals {\n  x = <<EOT\ncat <<EOF\n${var.a} $${b} $(c) {\nEOF\nEOT\n}\noutput "z" {}\n',
    'a heredoc as the last line of a list': 'locals {\n  x = [<<A\n}\nA\n  ]\n  y = 2\n}\n',
    'a comment': '# resource "a" "b" {\n// resource "c" "d" {\n/* resource "e" "f" {\n} */\nresource "g" "h" {} # }\n',
    'a comment in a block': 'resource "a" "b" {\n  # it isn\'t a "string\n  x = 1 // {\n  /* } */\n}\n',
    'a string':
      'locals {\n  x = "}\\"{ # ${join("}", ["{"])} $${ %%{ %{ if true }}%{ endif }"\n  y = 1\n}\noutput "z" {}\n',
    CRLF: 'locals {\r\n  x = <<E\r\n}\r\nE\r\n  y = 2\r\n}\r\nresource "a" "b" {\r\n}\r\n',
    'a byte order mark': '\ufeffresource "a" "b" {}\n',
    'division and comparison': 'locals {\n  x = 4 / 2 < 3 ? 1 : 2\n  y = 1\n}\n',
    'no newline at the end': 'resource "a" "b" {}',
    'characters beyond ASCII': 'locals {\n  x = "é } 🐘"\n  y = 1 # é\n}\noutput "z" {}\n',
    nothing: '',
  }
  it.each(Object.entries(lookalikes))('is not misled by %s', (_, text) => {
    expect(names(text)).toEqual(parsedNames(text))
    expect(names(text)).toBeDefined()
  })

  it.each([
    ['several blocks on a line', 'output "a" {} output "b" {}'],
    ['a block that cannot wait', 'variable "a" {}'],
    ['an attribute', 'a = 1'],
    ['a label too few', 'resource "a" {}'],
    ['a label with a template', 'resource "a" "${b}" {}'],
    ['a name beyond ASCII', 'resource "a" "é" {}'],
    ['a local beyond ASCII', 'locals {\n  é = 1\n}'],
    ['a bracket that is never closed', 'resource "a" "b" {\n  x = [\n}'],
    ['brackets that do not match', 'resource "a" "b" {\n  x = (]\n}'],
    ['a brace too many', 'resource "a" "b" {}\n}'],
    ['a string that is never closed', 'resource "a" "b" {\n  x = "y\n}\n'],
    ['an apostrophe', 'resource "a" "b" {\n  x = \'y\'\n}'],
    ['a comment that is never closed', '/* resource "a" "b" {}'],
    ['a heredoc that is never closed', 'locals {\n  x = <<E\n}\n'],
    ['a call without a source', 'module "a" {}'],
    ['a call whose source is no plain string', 'module "a" {\n  source = "./${x}"\n}'],
    ['a call whose source goes on', 'module "a" {\n  source = "./a" == "b" ? 1 : 2\n}'],
    ['locals with commas', 'locals { a = 1, b = 2 }'],
    ['three signs before a brace', 'locals {\n  a = "$$${b}"\n}'],
    ['deep nesting', `locals {\n  a = ${'['.repeat(5000)}${']'.repeat(5000)}\n}`],
  ])('is not made for %s', (_, text) => {
    expect(indexed(text)).toBeUndefined()
  })

  it('never misses what the parser finds, whatever the pieces', () => {
    const piece = fc.constantFrom(
      'resource "a" "b" {',
      'data "c" "d" {',
      'locals {',
      'module "m" {',
      'source = "./m"',
      'output "o" {',
      '}',
      'x = ',
      'y =',
      '1',
      '"s"',
      '"${',
      '}"',
      '"',
      '$${',
      '%{',
      '[',
      ']',
      '(',
      ')',
      '{',
      ',',
      '<<E',
      '<<-E',
      'E',
      ' E',
      '#',
      '//',
      '/*',
      '*/',
      '/',
      '<',
      "'",
      '\\',
      '\n',
      '\r\n',
      ' ',
      '\t',
      'é',
      'for',
      '=',
      '==',
      'E\n',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const expected = parsedNames(text)
        const found = names(text)
        if (expected && found) expect(found).toEqual(expected)
      }),
      { seed: 7, numRuns: 20_000 },
    )
  })

  it('agrees with the parser on blocks of generated arguments', () => {
    const value = fc.constantFrom(
      '1',
      '"a"',
      '"${var.a}-${lower("}")}"',
      '[1, "]"]',
      '{ a = "{" }',
      '<<E\n  }\n  ${"E"}\nE',
      '<<-E\n  {\n  %{ if a }E%{ endif }\n  E',
      'a ? "#" : "//"',
      '(\n  1 /* ) */\n)',
      'f(<<E\n(\nE\n)',
      '"\\"}"',
      '"$${"',
      '[for a in b : "${a}" if a != "]"]',
    )
    const block = fc.tuple(
      fc.constantFrom('resource "a" "N" {', 'locals {', 'module "N" {\n  source = "./m"', 'output "N" {'),
      fc.array(value, { maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), (blocks, newline) => {
        const text = blocks
          .map(([header, values], b) =>
            [header.replace('N', `n${b}`), ...values.map((value, v) => `  v${b}_${v} = ${value}`), '}\n'].join('\n'),
          )
          .join('\n')
          .replaceAll('\n', newline)
        expect(parsedNames(text)).toBeDefined()
        expect(names(text)).toEqual(parsedNames(text))
      }),
      { seed: 11, numRuns: 2_000 },
    )
  })
})
