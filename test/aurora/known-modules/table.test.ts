import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import table from '../../../src/aurora/known-modules/known-modules.json' with { type: 'json' }
import { foreignInputs, type KnownModule, recognise } from '../../../src/aurora/known-modules/table.js'
import { known, unknown } from '../../../src/terraform/values.js'

const root = join(import.meta.dirname, '..', '..', '..')
const modules = table.modules as readonly KnownModule[]

const compare = (left: string, right: string): number => {
  const [a, b] = [left, right].map((text) => text.split('.').map(Number))
  for (const at of [0, 1, 2]) if (a?.[at] !== b?.[at]) return (a?.[at] ?? 0) - (b?.[at] ?? 0)
  return 0
}

describe('the table', () => {
  test('is as its schema describes it', () => {
    const schema: unknown = JSON.parse(readFileSync(join(root, 'schemas', 'known-modules.schema.json'), 'utf8'))
    // Dates are looked at below: a format needs a package of its own.
    const validate = new Ajv({ allErrors: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } }).compile(schema as object)
    expect(validate(table), JSON.stringify(validate.errors)).toBe(true)
  })

  test('has each module once, in the order of their names', () => {
    const names = modules.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)].sort())
  })

  test.each(modules)(
    '$name has its ranges in order, without overlaps and gaps, and the newest version in the last',
    ({ checked, versions }) => {
      for (const [at, { from, below }] of versions.entries()) {
        expect(compare(from, below)).toBeLessThan(0)
        if (at > 0) expect(from).toBe(versions[at - 1]?.below)
      }
      const last = versions.at(-1)
      expect(compare(last?.from ?? '', checked.newest)).toBeLessThanOrEqual(0)
      expect(compare(checked.newest, last?.below ?? '')).toBeLessThan(0)
    },
  )
})

const NAME = 'terraform-aws-modules/rds-aurora/aws'
const GIT = 'git::https://github.com/terraform-aws-modules/terraform-aws-rds-aurora.git'

/** The first versions of the ranges that a call allows. */
const rangesOf = (source: string, version?: string): readonly string[] | undefined =>
  recognise(source, version === undefined ? undefined : known(version))?.versions.map(({ from }) => from)

const ALL = ['0.0.0', '5.0.0', '6.0.0', '8.0.0', '8.5.0', '10.0.0']

describe('a call allows', () => {
  test.each([
    ['9.4.0', ['8.5.0']],
    ['= 8.4.0', ['8.0.0']],
    ['~> 8.0', ['8.0.0', '8.5.0']],
    ['~> 8.5', ['8.5.0']],
    ['~> 8.4.0', ['8.0.0']],
    ['~> 9', ['8.5.0']],
    ['>= 8.5.0, < 10.0.0', ['8.5.0']],
    ['>= 9.0', ['8.5.0', '10.0.0']],
    ['> 9.0, != 9.1.0', ['8.5.0', '10.0.0']],
    ['<= 6.0.0', ['0.0.0', '5.0.0', '6.0.0']],
    ['< 6', ['0.0.0', '5.0.0']],
    ['~> 5.0', ['5.0.0']],
    ['< 5', ['0.0.0']],
    ['10.0.0-beta.1', ['10.0.0']],
    ['latest', ALL],
  ])('by version %s', (version, ranges) => {
    expect(rangesOf(NAME, version)).toEqual(ranges)
  })

  test('any version without one, or where nobody knows it', () => {
    expect(rangesOf(NAME)).toEqual(ALL)
    expect(recognise(NAME, unknown('var.version has no value'))?.versions).toHaveLength(ALL.length)
  })

  test('nothing that is known beyond the last major version, or by a constraint that contradicts itself', () => {
    expect(rangesOf(NAME, '11.0.0')).toBeUndefined()
    expect(rangesOf(NAME, '>= 9, < 8')).toBeUndefined()
  })

  test.each([
    ['v8.5.0', ['8.5.0']],
    ['8.4.0', ['8.0.0']],
    ['tags/v10.0.0', ['10.0.0']],
    ['refs/tags/v10.0.0', ['10.0.0']],
    ['main', ALL],
    ['v9', ALL],
    ['2c3946c8191278ad974bbb077da5e03986e24f4d', ALL],
  ])('by ref %s', (ref, ranges) => {
    expect(rangesOf(`${GIT}?ref=${ref}`)).toEqual(ranges)
    expect(rangesOf(`${GIT}?depth=1&ref=${ref}`)).toEqual(ranges)
  })
})

test('what other versions take is foreign to a version', () => {
  const module = modules.find(({ name }) => name === NAME)
  const foreign = module?.versions.map((range) => [...foreignInputs(module, range)].length)
  expect(foreign).toEqual([4, 4, 4, 4, 1, 3])
})
