import { describe, expect, test } from 'vitest'
import {
  addArgument,
  addBlocksAfter,
  argument,
  block,
  constant,
  expression,
  extendNames,
  fix,
  isUnmended,
  names,
  removeArgument,
  removeBlock,
  renameArgument,
  replaceValue,
  together,
} from '../../src/edit/index.js'
import { documentOf } from '../../src/edit/json-document.js'
import { rowsIn } from '../../src/edit/rows.js'
import { SourceFile } from '../../src/source/source-file.js'
import { attributeIn, edited, nativeFile, placeIn } from './edited.js'

/** A block of which only a plan speaks. */
const planned = { type: 'resource', labels: ['t', 'main'] }

const snippetOf = (change: Parameters<typeof fix>[2]): string => {
  const made = fix('safe', 'x', change)
  return 'snippet' in made ? (made.snippet ?? '') : 'none'
}

describe('from a plan alone', () => {
  test.each([
    ['an argument', addArgument(planned, argument('a', constant(1))), '  a = 1'],
    ['another value', replaceValue(undefined, expression('b.c'), { place: planned, name: 'a' }), '  a = b.c'],
    ['no argument', removeArgument(planned, 'a'), '  # without a'],
    ['no nested block', removeBlock({ type: 'x', labels: [] }, planned), '  # without x'],
    ['another name', renameArgument(planned, 'a', 'b'), '  # b in place of a'],
  ])('%s is shown in its block', (_, change, line) => {
    const snippet = snippetOf(change)
    expect(snippet).toBe(`resource "t" "main" {\n${line}\n}`)
    expect(nativeFile(snippet).diagnostics).toEqual([])
  })

  test('blocks are shown as they are to be', () => {
    expect(snippetOf(addBlocksAfter(planned, [block('a', []), block('b', ['"${x}"'])]))).toBe(
      'a {}\n\nb "\\"$${x}\\"" {}',
    )
  })
})

describe('several changes', () => {
  const file = nativeFile('resource "t" "main" {\n  alpha = [a.b]\n}\n')
  const place = placeIn(file, 'main')
  const { expression: list } = attributeIn(place, 'alpha')
  const name = extendNames(place, { name: 'alpha', expression: list }, ['c.d'])

  test('whole lines at one place follow each other', () => {
    const change = together(
      addArgument(place, argument('b', constant(1))),
      addArgument(place, argument('c', constant(2))),
      addArgument(place, argument('depends_on', names('e.f'))),
    )
    expect(edited(file, change)).toBe(
      'resource "t" "main" {\n  alpha = [a.b]\n  b     = 1\n  c     = 2\n\n  depends_on = [e.f]\n}\n',
    )
  })

  test('the same twice is one', () => {
    expect(edited(file, together(name, name))).toBe('resource "t" "main" {\n  alpha = [a.b, c.d]\n}\n')
  })

  test('what takes the same place is none', () => {
    const other = extendNames(place, { name: 'alpha', expression: list }, ['e.f'])
    const both = together(name, other)
    expect(isUnmended(both)).toBe(true)
    expect(together({ reason: 'x' }, name)).toEqual({ reason: 'x' })
  })
})

test('a file is read once, however much of it is changed', () => {
  const native = new SourceFile('main.tf', 'a = 1\n')
  expect(rowsIn(native)).toBe(rowsIn(native))
  const json = new SourceFile('main.tf.json', '{}')
  expect(documentOf(json)).toBeDefined()
  expect(documentOf(json)).toBe(documentOf(json))
})
