import { describe, expect, test } from 'vitest'
import {
  addArgument,
  addArguments,
  addBlock,
  addBlocksAfter,
  argument,
  block,
  constant,
  expression,
  extendNames,
  type NewArgument,
  names,
  removeArgument,
  removeBlock,
  renameArgument,
  replaceValue,
} from '../../src/edit/index.js'
import { attributeIn, edited, nativeFile, placeIn } from './edited.js'

const block1 = (...lines: readonly string[]): string => ['resource "t" "main" {', ...lines, '}', ''].join('\n')

type Case = readonly [name: string, before: string, after: string]

const NEW: readonly NewArgument[] = [argument('name', constant(1))]

const added =
  (...news: readonly NewArgument[]) =>
  (before: string): string => {
    const file = nativeFile(before)
    return edited(file, addArguments(placeIn(file, 'main'), news))
  }

describe('an argument', () => {
  test.each<Case>([
    [
      'in the column of a run',
      block1('  a      = 1', '  longer = 2'),
      block1('  a      = 1', '  longer = 2', '  name   = 1'),
    ],
    ['longer than the run', block1('  a  = 1', '  bc = 2 # c'), block1('  a  = 1', '  bc = 2 # c', '', '  name = 1')],
    ['in an empty body', block1(), block1('  name = 1')],
    ['between braces', 'resource "t" "main" {}\n', block1('  name = 1')],
    ['between braces with a blank', 'resource "t" "main" { }', 'resource "t" "main" {\n  name = 1\n}'],
    ['of a block on one line', 'resource "t" "main" { x = 1 }\n', block1('  x    = 1', '  name = 1')],
    [
      'of a block on one line with a comment',
      'resource "t" "main" { x = 1 /* c */ } # d\n',
      'resource "t" "main" {\n  x = 1 /* c */\n\n  name = 1\n} # d\n',
    ],
    [
      'of a block that closes on the line of an argument',
      'resource "t" "main" {\n  x = 1 }\n',
      block1('  x = 1', '', '  name = 1'),
    ],
    [
      'behind a paragraph that a comment is the heading of',
      block1('  a = 1', '', '  # the others', '  beta = 2'),
      block1('  a = 1', '', '  # the others', '  beta = 2', '', '  name = 1'),
    ],
    [
      'behind a comment within a paragraph',
      block1('  a = 1', '', '  beta = 2', '  # the other', '  gamma = 2'),
      block1('  a = 1', '', '  beta = 2', '  # the other', '  gamma = 2', '  name  = 1'),
    ],
    [
      'behind a comment that begins the block',
      block1('  # all of it', '  beta = 2'),
      block1('  # all of it', '  beta = 2', '  name = 1'),
    ],
    [
      'before comments at the end',
      block1('  alpha = 1', '  # beta = 2'),
      block1('  alpha = 1', '  name  = 1', '  # beta = 2'),
    ],
    ['behind a comment alone', block1('  # c'), block1('  # c', '', '  name = 1')],
    ['below a comment on the brace', 'resource "t" "main" { # c\n}\n', 'resource "t" "main" { # c\n  name = 1\n}\n'],
    [
      'before nested blocks',
      block1('  alpha = 1', '', '  timeouts {', '  }'),
      block1('  alpha = 1', '  name  = 1', '', '  timeouts {', '  }'),
    ],
    ['behind nested blocks alone', block1('  timeouts {', '  }'), block1('  timeouts {', '  }', '', '  name = 1')],
    [
      'before values over several lines',
      block1('  alpha = 1', '', '  tags = {', '    a = 1', '  }'),
      block1('  alpha = 1', '  name  = 1', '', '  tags = {', '    a = 1', '  }'),
    ],
    [
      'behind a value over several lines',
      block1('  tags = {', '    a = 1', '  }'),
      block1('  tags = {', '    a = 1', '  }', '', '  name = 1'),
    ],
    ['behind a heredoc', block1('  alpha = <<EOT', 'x', 'EOT'), block1('  alpha = <<EOT', 'x', 'EOT', '  name  = 1')],
    [
      'before what depends_on says',
      block1('  alpha = 1', '', '  depends_on = [a.b]'),
      block1('  alpha = 1', '  name  = 1', '', '  depends_on = [a.b]'),
    ],
    [
      'where Terraform alone has a say',
      block1('  count = 1', '', '  depends_on = [a.b]'),
      block1('  count = 1', '', '  name = 1', '', '  depends_on = [a.b]'),
    ],
    [
      'longer than a run that is not aligned',
      block1('  a = 1', '  bc = 2'),
      block1('  a = 1', '  bc = 2', '', '  name = 1'),
    ],
    [
      'that fits into a run that is not aligned',
      block1('  a = 1', '  longer = 2'),
      block1('  a = 1', '  longer = 2', '  name   = 1'),
    ],
    [
      'longer than a long run',
      block1(...'abcdefghi'.split('').map((name) => `  ${name} = 1`)),
      block1(...'abcdefghi'.split('').map((name) => `  ${name} = 1`), '', '  name = 1'),
    ],
    [
      'between lines with comments',
      block1('  a    = 1   # c', '  long = 222 # d'),
      block1('  a    = 1   # c', '  long = 222 # d', '  name = 1'),
    ],
    ['with tabs', block1('\talpha = 1'), block1('\talpha = 1', '\tname  = 1')],
    ['with four blanks', block1('    alpha = 1'), block1('    alpha = 1', '    name  = 1')],
    ['with empty lines at the end', block1('  alpha = 1', ''), block1('  alpha = 1', '  name  = 1', '')],
    [
      'behind a comment over lines',
      block1('  alpha = [', '  ] /* a', '   b */'),
      block1('  alpha = [', '  ] /* a', '   b */', '', '  name = 1'),
    ],
    ['behind names in other scripts', block1('  größe = 1'), block1('  größe = 1', '  name  = 1')],
  ])('%s', (_, before, after) => {
    expect(added(...NEW)(before)).toBe(after)
    const windows = (text: string): string => text.replaceAll('\n', '\r\n')
    // A file has to have a line end to be known for one of Windows.
    if (before.includes('\n')) expect(added(...NEW)(windows(before))).toBe(windows(after))
    expect(added(...NEW)(`\ufeff${before}`)).toBe(`\ufeff${after}`)
  })

  test.each<readonly [string, NewArgument, string, string]>([
    [
      'count before all others',
      argument('count', constant(2)),
      block1('  a = 1'),
      block1('  count = 2', '', '  a = 1'),
    ],
    ['count in an empty body', argument('count', constant(2)), block1(), block1('  count = 2')],
    [
      'a provider below count',
      argument('provider', { kind: 'name', text: 'aws.west' }),
      block1('  count = 2', '', '  a = 1'),
      block1('  count = 2', '', '  provider = aws.west', '', '  a = 1'),
    ],
    [
      'for_each below the source of a module',
      argument('for_each', expression('var.x')),
      block1('  source  = "./m"', '  version = "1"', '', '  a = 1'),
      block1('  source  = "./m"', '  version = "1"', '', '  for_each = var.x', '', '  a = 1'),
    ],
    [
      'depends_on behind all others',
      argument('depends_on', names('a.b')),
      block1('  a = 1', '', '  timeouts {', '  }', '  # c'),
      block1('  a = 1', '', '  timeouts {', '  }', '  # c', '', '  depends_on = [a.b]'),
    ],
    [
      'a value over several lines',
      argument('tags', { kind: 'object', entries: [argument('a', constant(1)), argument('bc', constant('x'))] }),
      block1('  alpha = 1'),
      block1('  alpha = 1', '', '  tags = {', '    a  = 1', '    bc = "x"', '  }'),
    ],
  ])('%s', (_, one, before, after) => {
    expect(added(one)(before)).toBe(after)
  })

  test('several at once', () => {
    const news = [
      argument('depends_on', names('a.b')),
      argument('bc', constant(2)),
      argument('count', constant(3)),
      argument('name', constant(1)),
    ]
    expect(added(...news)(block1('  a = 1'))).toBe(
      block1('  count = 3', '', '  a = 1', '', '  bc   = 2', '  name = 1', '', '  depends_on = [a.b]'),
    )
    expect(added(...news)('resource "t" "main" { a = 1 }\n')).toBe(
      block1('  count = 3', '', '  a    = 1', '  bc   = 2', '  name = 1', '', '  depends_on = [a.b]'),
    )
  })

  test('of a nested block', () => {
    const file = nativeFile(block1('  lifecycle {', '    prevent_destroy = true', '  }'))
    const change = addArgument(placeIn(file, 'main.lifecycle'), argument('ignore_changes', names('a')))
    expect(edited(file, change)).toBe(
      block1('  lifecycle {', '    prevent_destroy = true', '    ignore_changes  = [a]', '  }'),
    )
  })
})

describe('a nested block', () => {
  const lifecycle = block('lifecycle', [], argument('ignore_changes', names('a')))
  test.each<Case>([
    [
      'behind an empty line',
      block1('  a = 1'),
      block1('  a = 1', '', '  lifecycle {', '    ignore_changes = [a]', '  }'),
    ],
    ['between braces', 'resource "t" "main" {}\n', block1('  lifecycle {', '    ignore_changes = [a]', '  }')],
    [
      'of a block on one line',
      'resource "t" "main" { x = 1 }\n',
      block1('  x = 1', '', '  lifecycle {', '    ignore_changes = [a]', '  }'),
    ],
    ['with tabs', block1('\ta = 1'), block1('\ta = 1', '', '\tlifecycle {', '\t\tignore_changes = [a]', '\t}')],
    [
      'where the comments of its neighbours end',
      block1('  a = 1 # c').replace('\n}', '\n}       # d'),
      block1('  a = 1 # c', '', '  lifecycle {', '    ignore_changes = [a]', '  }').replace(/}\n$/, '} # d\n'),
    ],
  ])('%s', (_, before, after) => {
    const file = nativeFile(before)
    expect(edited(file, addBlock(placeIn(file, 'main'), lifecycle))).toBe(after)
  })
})

describe('blocks beside another', () => {
  const key = block('resource', ['k', 'new'], argument('a', constant(1)))
  const text = 'resource "k" "new" {\n  a = 1\n}'
  test.each<Case>([
    ['at the end', 'resource "t" "main" {}\n', `resource "t" "main" {}\n\n${text}\n`],
    ['without a last line end', 'resource "t" "main" {}', `resource "t" "main" {}\n\n${text}`],
    ['behind a comment', 'resource "t" "main" {} # c\n', `resource "t" "main" {} # c\n\n${text}\n`],
    [
      'behind a comment over lines',
      'resource "t" "main" {} /* c\n d */\n',
      `resource "t" "main" {} /* c\n d */\n\n${text}\n`,
    ],
    ['before others', 'resource "t" "main" {}\n\nlocals {}\n', `resource "t" "main" {}\n\n${text}\n\nlocals {}\n`],
    [
      'before others on the next line',
      'resource "t" "main" {}\nlocals {}\n',
      `resource "t" "main" {}\n\n${text}\n\nlocals {}\n`,
    ],
    ['before empty lines', 'resource "t" "main" {}\n\n\n', `resource "t" "main" {}\n\n${text}\n\n\n`],
  ])('%s', (_, before, after) => {
    const file = nativeFile(before)
    expect(edited(file, addBlocksAfter(placeIn(file, 'main'), [key]))).toBe(after)
  })
})

describe('a block without its closing brace', () => {
  const unmended = 'unmended: its block is never closed'

  test.each([
    ['at the end of the file', 'resource "t" "main" {\n  a = 1\n'],
    ['before another block', 'resource "t" "main" {\n  a = 1\n\nresource "t" "b" {\n}\n'],
    ['with nothing in it', 'resource "t" "main" {'],
  ])('gets nothing, %s', (_, before) => {
    const file = nativeFile(before)
    const place = placeIn(file, 'main')
    expect(edited(file, addArguments(place, NEW))).toBe(unmended)
    expect(edited(file, addBlock(place, block('lifecycle', [])))).toBe(unmended)
    expect(edited(file, addBlocksAfter(place, [block('resource', ['t', 'new'])]))).toBe(unmended)
  })

  test('leaves others alone', () => {
    const file = nativeFile('resource "t" "main" {\n}\n\nresource "t" "b" {\n')
    expect(edited(file, addArguments(placeIn(file, 'main'), NEW))).toBe(
      'resource "t" "main" {\n  name = 1\n}\n\nresource "t" "b" {\n',
    )
  })
})

describe('more names', () => {
  const extended = (before: string, ...texts: readonly string[]): string => {
    const file = nativeFile(before)
    const place = placeIn(file, 'main')
    const { expression: list } = attributeIn(place, 'depends_on')
    return edited(file, extendNames(place, { name: 'depends_on', expression: list }, texts))
  }

  test.each<Case>([
    ['on a line', '[a.b]', '[a.b, c.d]'],
    ['on a line with a last comma', '[a.b,]', '[a.b, c.d,]'],
    ['in an empty list', '[]', '[c.d]'],
    ['in an empty list over lines', '[\n  ]', '[\n    c.d,\n  ]'],
    ['quoted', '["a.b"]', '["a.b", "c.d"]'],
    ['on lines', '[\n    a.b,\n    b.c\n  ]', '[\n    a.b,\n    b.c,\n    c.d\n  ]'],
    ['on lines with a last comma', '[\n    a.b,\n  ]', '[\n    a.b,\n    c.d,\n  ]'],
    ['behind a comment', '[\n    a.b, # x\n  ]', '[\n    a.b, # x\n    c.d,\n  ]'],
    [
      'behind a comment without a comma',
      '[\n    a.bc, # x\n    b.c   # y\n  ]',
      '[\n    a.bc, # x\n    b.c,  # y\n    c.d\n  ]',
    ],
    ['before a comment', '[\n    a.b,\n    # x\n  ]', '[\n    a.b,\n    c.d,\n    # x\n  ]'],
    ['several on a line', '[\n    a.b, b.c\n  ]', '[\n    a.b, b.c, c.d\n  ]'],
    ['before a bracket', '[a.b,\n    b.c]', '[a.b,\n    b.c, c.d]'],
    ['behind nothing but a comment', '[/* x */]', '[/* x */ c.d]'],
    ['below nothing but a comment', '[\n    # x\n  ]', '[\n    # x\n    c.d,\n  ]'],
    ['below a comment on the bracket', '[ # x\n  ]', '[ # x\n    c.d,\n  ]'],
  ])('%s', (_, before, after) => {
    const file = (list: string): string => block1('  a = 1', '', `  depends_on = ${list}`)
    expect(extended(file(before), 'c.d')).toBe(file(after))
  })

  test('on a line that would be too long', () => {
    const long = 'aws_rds_cluster_instance.the_one_with_the_long_name'
    expect(
      extended(block1(`  a          = [] # x`, `  depends_on = [${long}] # c`, '  b          = 1'), `${long}_2`),
    ).toBe(block1('  a = [] # x', '  depends_on = [', `    ${long},`, `    ${long}_2,`, '  ] # c', '  b = 1'))
  })

  test('beside a comment', () => {
    expect(extended(block1('  a          = 1     # x', '  depends_on = [a.b] # y'), 'c.d')).toBe(
      block1('  a          = 1          # x', '  depends_on = [a.b, c.d] # y'),
    )
  })
})

describe('another value', () => {
  const replaced = (before: string, value: Parameters<typeof replaceValue>[1], name = 'a'): string => {
    const file = nativeFile(before)
    const { span } = attributeIn(placeIn(file, 'main'), name).expression
    return edited(file, replaceValue({ source: file.source, span }, value))
  }

  test.each<Case>([
    ['alone', block1('  a = 1'), block1('  a = b.c')],
    ['before a comment', block1('  a = 1 # x'), block1('  a = b.c # x')],
    ['before aligned comments', block1('  a = 1   # x', '  b = 222 # y'), block1('  a = b.c # x', '  b = 222 # y')],
    ['that moves the comments', block1('  a = 1  # x', '  b = 22 # y'), block1('  a = b.c # x', '  b = 22  # y')],
    [
      'that lets the comments come back',
      block1('  a = 123456 # x', '  b = 22     # y'),
      block1('  a = b.c # x', '  b = 22  # y'),
    ],
    [
      'where the comments are not aligned',
      block1('  a = 1 # x', '  b = 22      # y'),
      block1('  a = b.c # x', '  b = 22      # y'),
    ],
    [
      'where the comment is in a column of its own',
      block1('  a = 1         # x', '  b = 22   # y'),
      block1('  a = b.c       # x', '  b = 22   # y'),
    ],
    ['instead of lines', block1('  a = [', '    1', '  ] # x', '  bcd = 2'), block1('  a   = b.c # x', '  bcd = 2')],
    ['in a block on one line', 'resource "t" "main" { a = 1 }\n', 'resource "t" "main" { a = b.c }\n'],
  ])('%s', (_, before, after) => {
    expect(replaced(before, expression('b.c'))).toBe(after)
  })

  test('over several lines', () => {
    const value = { kind: 'object', entries: [argument('x', constant(1))] } as const
    expect(replaced(block1('  a   = null # c', '  bcd = 2    # d'), value)).toBe(
      block1('  a = {', '    x = 1', '  }       # c', '  bcd = 2 # d'),
    )
  })

  test.each([
    ['four blanks', '    '],
    ['tabs', '\t'],
  ])('over several lines, in a file indented by %s', (_, indent) => {
    const value = { kind: 'object', entries: [argument('x', constant(1))] } as const
    expect(replaced(block1(`${indent}a = {}`), value)).toBe(
      block1(`${indent}a = {`, `${indent}${indent}x = 1`, `${indent}}`),
    )
  })

  test('instead of a heredoc', () => {
    expect(replaced(block1('  a = <<EOT', 'x', 'EOT'), constant(1))).toBe('unmended: it is a heredoc')
  })
})

describe('without an argument', () => {
  test.each<Case>([
    ['alone', block1('  x = 1'), block1()],
    ['on one line', 'resource "t" "main" { x = 1 }\n', 'resource "t" "main" {}\n'],
    ['the longest of a run', block1('  a = 1', '  x = 2').replaceAll('x', 'x'), block1('  a = 1')],
    ['a line between', block1('  a = 1', '', '  x = 2', '', '  b = 3'), block1('  a = 1', '', '  b = 3')],
    ['the first of two paragraphs', block1('  x = 2', '', '  b = 3'), block1('  b = 3')],
    ['the last of two paragraphs', block1('  b = 3', '', '  x = 2'), block1('  b = 3')],
    ['a heading', block1('  a = 1', '', '  # h', '  x = 2'), block1('  a = 1', '', '  # h')],
    ['a comment behind', block1('  a = 1 # c', '  x = 2 # d'), block1('  a = 1 # c', '  # d')],
    ['a comment before', block1('  /* c */ x = 2'), block1('  /* c */')],
    [
      'what parts two runs',
      block1('  a = 1', '  x = [', '    1', '  ]', '  bcd = 2'),
      block1('  a   = 1', '  bcd = 2'),
    ],
    ['a heredoc', block1('  a = 1', '  x = <<EOT', 'x', 'EOT'), block1('  a = 1')],
    [
      'the longest comment',
      block1('  a = 1    # c', '  x = 2222 # d', '  b = 3    # e'),
      block1('  a = 1 # c', '  # d', '  b = 3 # e'),
    ],
  ])('%s', (_, before, after) => {
    const file = nativeFile(before)
    expect(edited(file, removeArgument(placeIn(file, 'main'), 'x'))).toBe(after)
  })

  test('the longest name of a run', () => {
    const file = nativeFile(block1('  a      = 1 # c', '  longer = 2', '  bcd    = 3 # d'))
    expect(edited(file, removeArgument(placeIn(file, 'main'), 'longer'))).toBe(block1('  a   = 1 # c', '  bcd = 3 # d'))
  })

  test('where nothing was aligned', () => {
    const file = nativeFile(block1('  a = 1', '  longer = 2', '  bcd    = 3'))
    expect(edited(file, removeArgument(placeIn(file, 'main'), 'longer'))).toBe(block1('  a = 1', '  bcd    = 3'))
  })
})

describe('without a block', () => {
  test.each<readonly [string, string, string, string]>([
    ['nested', 'main.x', block1('  a = 1', '', '  x {', '    b = 1', '  }'), block1('  a = 1')],
    [
      'nested between others',
      'main.x',
      block1('  a = 1', '', '  x {}', '', '  b = 1'),
      block1('  a = 1', '', '  b = 1'),
    ],
    ['the first of the file', 'main', 'resource "t" "main" {}\n\nlocals {}\n', 'locals {}\n'],
    ['the last of the file', 'main', 'locals {}\n\nresource "t" "main" {}\n', 'locals {}\n'],
    ['the last of a file without a last line end', 'main', 'locals {}\n\nresource "t" "main" {}', 'locals {}'],
    ['the only one', 'main', 'resource "t" "main" {}\n', ''],
    ['between others', 'main', 'locals {}\n\nresource "t" "main" {}\n\nlocals {}\n', 'locals {}\n\nlocals {}\n'],
  ])('%s', (_, way, before, after) => {
    const file = nativeFile(before)
    expect(edited(file, removeBlock(placeIn(file, way)))).toBe(after)
  })
})

test.each<readonly [string, string, string]>([
  ['shorter', block1('  a          = 1', '  longer_one = 2'), block1('  a = 1', '  b = 2')],
  ['longer', block1('  longer_one = 1'), block1('  b = 1')],
  ['not aligned', block1('  a = 1', '  longer_one = 2'), block1('  a = 1', '  b = 2')],
])('another name, %s', (_, before, after) => {
  const file = nativeFile(before)
  expect(edited(file, renameArgument(placeIn(file, 'main'), 'longer_one', 'b'))).toBe(after)
})
