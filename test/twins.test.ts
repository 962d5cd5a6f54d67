/**
 * Each rule is silent for the reason that it should be: among its fixtures, one that fires and one that does not differ in one
 * line, comments aside. What fires stands in the fixtures themselves (`# expect:`, and of a plan `# expect-plan:`), and
 * test/fixtures.test.ts holds them to it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../src/program.js'

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'rules')

interface Case {
  readonly name: string
  /** The lines that are no comment, by the file's name within the case. */
  readonly files: ReadonlyMap<string, readonly string[]>
  readonly fires: boolean
}

/** What a plan was made from, the state before it included. */
const SOURCE = /\.(tf|tofu)(\.json)?$|^terraform\.tfstate$/
/** To the line's end. A `#` that follows something else than a blank belongs to a text. */
const COMMENT = /(^|\s+)# .*/

const casesOf = (rule: string): readonly Case[] =>
  existsSync(join(fixtures, rule))
    ? readdirSync(join(fixtures, rule), { withFileTypes: true }).flatMap((entry) => {
        const path = join(fixtures, rule, entry.name)
        if (entry.isDirectory()) {
          const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => SOURCE.test(name))
          return [readCase(rule, entry.name, new Map(names.map((name) => [name, join(path, name)])))]
        }
        return SOURCE.test(entry.name) ? [readCase(rule, entry.name, new Map([['', path]]))] : []
      })
    : []

const readCase = (rule: string, name: string, paths: ReadonlyMap<string, string>): Case => {
  const texts = new Map([...paths].map(([file, path]) => [file, readFileSync(path, 'utf8')]))
  return {
    name,
    files: new Map([...texts].map(([file, text]) => [file, code(text)])),
    fires: [...texts.values()].some((text) => new RegExp(`# expect(-plan)?: ([^#]*, )?${rule}(?![a-z-])`).test(text)),
  }
}

const code = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(COMMENT, ''))
    .filter((line) => line.trim() !== '')

/** How many lines have to be written, taken away or changed to make one of the other; 2 stands for all that is more than 1. */
const distance = (one: Case, other: Case): number => {
  const names = new Set([...one.files.keys(), ...other.files.keys()])
  return [...names].reduce((sum, name) => sum + lineDistance(one.files.get(name) ?? [], other.files.get(name) ?? []), 0)
}

const lineDistance = (one: readonly string[], other: readonly string[]): number => {
  const longest = Math.max(one.length, other.length)
  let start = 0
  while (start < longest && one[start] === other[start]) start += 1
  if (start === longest) return 0
  let end = 0
  while (end < longest - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  return longest - start - end <= 1 ? 1 : 2
}

describe.each(rules.map(({ id }) => id))('%s', (id) => {
  test('fires in a case, and is silent in one that differs in a single line', () => {
    const cases = casesOf(id)
    const twins = cases
      .filter(({ fires }) => fires)
      .flatMap((one) =>
        cases.filter((other) => !other.fires && distance(one, other) === 1).map(({ name }) => [one.name, name]),
      )
    expect(twins, `no twins among ${cases.map(({ name }) => name).join(', ')}`).not.toEqual([])
  })
})
