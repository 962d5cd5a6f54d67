/** Blocks as people write them, and what may be done to them. */
import fc from 'fast-check'
import {
  addArgument,
  addArguments,
  addBlock,
  addBlocksAfter,
  addEntry,
  argument,
  type BlockPlace,
  block,
  type Change,
  constant,
  expression,
  extendNames,
  gap,
  names,
  removeArgument,
  removeArguments,
  removeBlock,
  renameArgument,
  replaceValue,
} from '../../src/edit/index.js'
import type { Unmended } from '../../src/finding.js'
import type { Attribute } from '../../src/hcl/index.js'

const name = fc.constantFrom('a', 'bc', 'engine', 'cluster_identifier', 'größe', 'with-dash')
const value = fc.constantFrom(
  '1',
  '"text"',
  'aws_kms_key.main.arn',
  '[]',
  '[aws_a.b]',
  '["aws_a.b", "c.d"]',
  '[aws_rds_cluster_instance.one, aws_rds_cluster_instance.two, aws_rds_cluster_instance.three]',
  '{}',
  '{ a = 1, b = 2 }',
  'x == 1 ? "日本" : null',
)
const comment = fc.constantFrom('', '', '', ' # c', ' // why', ' /* d */')

const numbered = (text: fc.Arbitrary<string>): fc.Arbitrary<(at: number) => string> =>
  text.map((line) => (at: number) => line.replaceAll('NAME', `n${at}`))

const assigned = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(name, texts, comment).map(([one, text, behind]) => `  ${one}_NAME = ${text}${behind}`)

const item = numbered(
  fc.oneof(
    { weight: 6, arbitrary: assigned(value) },
    assigned(fc.constantFrom('[\n    a.b,\n    c.d, # x\n  ]', '[\n    a.b,\n    c.d # x\n  ]', '[\n  ]')),
    assigned(
      fc.constantFrom('{\n    a   = 1 # x\n    bcd = 2\n  }', '{\n    a = [\n    ]\n  }', '{\n    "a" : 1,\n  }'),
    ),
    fc.constantFrom('  NAME = <<EOT\n   # text\nEOT', '  long_NAME = <<-EOT\n    a = 1\n  EOT', '  /* e */ NAME = 1'),
    fc.constantFrom('', '  # own', '  /* over\n   lines */', '  // NAME = 2'),
    fc.constantFrom(
      '  NAME {}',
      '  NAME { x = 1 } # c',
      '  NAME {\n    x = 1\n  }',
      '  NAME { # c\n    xyz = 1 # d\n  }',
    ),
  ),
)

const body = fc
  .array(item, { maxLength: 8 })
  .map((items) => items.map((text, at) => text(at)))
  .map((lines) => lines.filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== '')))

const whole = fc
  .tuple(body, fc.constantFrom('', ' # c', ' /* d */'), fc.constantFrom('', ' # e'))
  .map(([lines, head, foot]) => [`resource "t" "main" {${head}`, ...lines, `}${foot}`].join('\n'))

const single = fc.constantFrom(
  'resource "t" "main" {}',
  'resource "t" "main" {} # c',
  'resource "t" "main" { x = 1 }',
  'resource "t" "main" { x = 1 /* c */ } # d',
)

/** A file with a resource `t.main`, and something before and behind it. */
export const file: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '# head\n', 'locals {}\n\n', 'variable "x" {} # c\n'),
    fc.oneof({ weight: 5, arbitrary: whole }, single),
    fc.constantFrom('', '\n', '\n\n', '\nvariable "y" {} # d\n', '\n\nlocals {\n  a = 1\n}\n'),
  )
  .map((parts) => parts.join(''))

export interface Operation {
  readonly name: string
  /** What it does to the block; `undefined` where there is nothing for it. */
  readonly on: (place: BlockPlace) => Change | Unmended | undefined
}

const LONG = 'an_argument_with_a_long_name'

const attributesOf = ({ written }: BlockPlace): readonly Attribute[] => [
  ...(written?.block.body.attributes.values() ?? []),
]

const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(all.length, 1)]

const onAttribute =
  (change: (place: BlockPlace, attribute: Attribute) => Change | Unmended | undefined, at: number) =>
  (place: BlockPlace): Change | Unmended | undefined => {
    const attribute = pick(attributesOf(place), at)
    return attribute && change(place, attribute)
  }

const replaced =
  (text: Parameters<typeof replaceValue>[1]) =>
  (place: BlockPlace, { expression: { span } }: Attribute): Change | Unmended | undefined =>
    place.written && replaceValue({ source: place.written.source, span }, text)

const entered =
  (key: string) =>
  (place: BlockPlace, { expression: object }: Attribute): Change | Unmended | undefined =>
    place.written && object.kind === 'object'
      ? addEntry({ source: place.written.source, expression: object }, argument(key, constant(1)), '')
      : undefined

const extended =
  (...texts: readonly string[]) =>
  (place: BlockPlace, { name: list, expression: tuple }: Attribute): Change | Unmended | undefined =>
    tuple.kind === 'tuple' ? extendNames(place, { name: list, expression: tuple }, texts) : undefined

/** `at` chooses among the arguments, or the nested blocks, that there are. */
export const operations = (at: number): readonly Operation[] => [
  { name: 'a short argument', on: (place) => addArgument(place, argument('x0', constant(1))) },
  { name: 'a long argument', on: (place) => addArgument(place, argument(LONG, expression('a.b'))) },
  {
    name: 'an argument over lines',
    on: (place) => addArgument(place, argument('x0', { kind: 'object', entries: [argument('y', constant(1))] })),
  },
  {
    name: 'arguments of all kinds',
    on: (place) =>
      addArguments(place, [
        argument('x0', constant(1)),
        argument(LONG, constant(2)),
        argument('count', constant(1)),
        argument('depends_on', names('a.b')),
      ]),
  },
  {
    name: 'a nested block',
    on: (place) => addBlock(place, block('lifecycle', [], argument('ignore_changes', names('a')))),
  },
  {
    name: 'blocks beside it',
    on: (place) =>
      addBlocksAfter(place, [
        block('resource', ['k', 'a'], argument('x', constant('a')), gap, argument('depends_on', names('t.main'))),
        block('resource', ['k', 'b']),
      ]),
  },
  { name: 'an entry', on: onAttribute(entered('z'), at) },
  { name: 'a long entry', on: onAttribute(entered(LONG), at) },
  { name: 'a name', on: onAttribute(extended('x.y'), at) },
  { name: 'names', on: onAttribute(extended('aws_rds_cluster_instance.first', 'aws_rds_cluster_instance.second'), at) },
  { name: 'a short value', on: onAttribute(replaced(constant(0)), at) },
  { name: 'a long value', on: onAttribute(replaced(expression('aws_kms_key.the_one_with_a_name[0].key_id')), at) },
  {
    name: 'a value over lines',
    on: onAttribute(replaced({ kind: 'object', entries: [argument('y', constant(1))] }), at),
  },
  { name: 'a shorter name', on: onAttribute((place, { name: old }) => renameArgument(place, old, 'x0'), at) },
  { name: 'a longer name', on: onAttribute((place, { name: old }) => renameArgument(place, old, LONG), at) },
  { name: 'without an argument', on: onAttribute((place, { name: old }) => removeArgument(place, old), at) },
  {
    name: 'without two arguments',
    on: onAttribute((place, { name: old }) => {
      const other = pick(attributesOf(place), at + 1)
      return other && other.name !== old ? removeArguments(place, [old, other.name]) : undefined
    }, at),
  },
  {
    name: 'without a nested block',
    on: (place) => {
      const nested = pick(place.written?.block.body.blocks ?? [], at)
      return (
        nested &&
        place.written &&
        removeBlock({ type: nested.type, labels: [], written: { ...place.written, block: nested } }, place)
      )
    },
  },
  { name: 'without the block', on: (place) => removeBlock(place) },
]
