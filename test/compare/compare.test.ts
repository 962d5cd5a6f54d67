/** What the README says of tf-das-lint beside other tools: our own column is measured again, theirs are those of results.json. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { reportedMistakes } from './reported.mjs'
import { RULES, type Sample, sets, writeMended, writeSamples } from './samples.mjs'
import { type Results, table } from './table.mjs'
import { run, tools, versionOf } from './tools.mjs'

const results: Results = JSON.parse(readFileSync(new URL('results.json', import.meta.url), 'utf8'))
const workspace = mkdtempSync(join(tmpdir(), 'tf-das-lint-compare-'))
const samples = writeSamples(workspace)
const control = join(import.meta.dirname, 'control')
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

const columnOf = (name: string) => {
  const column = results.tools.find((each) => each.name === name)
  if (!column) throw new Error(`results.json has no column of ${name}`)
  return column
}

/** Samples that are as old as the results: a rule that came later was measured by nobody. */
const isMeasured = ({ set, name }: Sample): boolean => results.samples[set]?.includes(name) ?? false

test('all four tools were measured, on all samples of several mistakes', () => {
  expect(results.tools.map(({ name }) => name)).toEqual(tools.map(({ name }) => name))
  for (const { name } of sets) {
    expect(results.samples[name]).toEqual(samples.filter(({ set }) => set === name).map((each) => each.name))
  }
  const rules = samples.filter(({ set }) => set === RULES).map(({ name }) => name)
  expect(rules).toEqual(expect.arrayContaining([...(results.samples[RULES] ?? [])]))
})

describe('tf-das-lint', () => {
  const [ours] = tools
  if (!ours) throw new Error('there are no tools')
  const column = columnOf(ours.name)
  const measured = samples.filter(isMeasured)

  test('reports what results.json says, by the rule that is about it and by no other', () => {
    const { reported, coincidences } = reportedMistakes(ours, measured)
    expect(reported).toEqual(column.reported)
    expect(coincidences).toEqual({})
    for (const { set, name, rule } of measured) expect(reported[set]?.[name]).toEqual([rule])
  }, 120_000)

  test('reports nothing in what is mended, and exits as results.json says', () => {
    const [bundled] = writeMended(workspace).map(({ directory }) => run(ours, directory))
    expect(bundled).toEqual({ exit: column.exits.after, findings: [], accepted: [] })
    expect(column.beside).toEqual([])
    const wrong = samples.find(({ set }) => set === sets[0]?.name)?.wrong ?? ''
    expect(run(ours, wrong).exit).toBe(column.exits.before)
  })
})

// The whole of it takes minutes (npm run compare). This shows that what is installed here is run as it should be.
describe.each(tools)('$name', (tool) => {
  const installed = versionOf(tool) !== undefined
  if (!installed) console.warn(`${tool.name} is not installed: what was measured of it is not looked at again`)

  test.skipIf(!installed)('finds something where it should', () => {
    expect(run(tool, control).findings).not.toEqual([])
  })
})

describe('the table', () => {
  const rows = table(results)
    .split('\n')
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

  test('counts what results.json lists', () => {
    const bundled = sets[0]?.name ?? ''
    const count = (name: string): number => Object.keys(columnOf(name).reported[bundled] ?? {}).length
    expect(rows[2]?.slice(1)).toEqual(tools.map(({ name }) => `${count(name)} of 6`))
  })

  test('leaves out the column of a tool that was not measured', () => {
    const [ours, ...others] = results.tools
    const [header = ''] = table({ ...results, tools: ours ? [ours] : others }).split('\n')
    expect(header).toBe(`| ${results.date}, Node ${results.node}, ${results.system} | tf-das-lint |`)
  })
})

test('the README says what the others have about activity streams', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const [section = ''] = /^## How it compares\n.*?^(?=## )/ms.exec(readme) ?? []
  const accepting = results.tools.filter(({ accepted }) => accepted.length > 0)
  expect(accepting.map(({ name, accepted }) => [name, accepted])).toEqual([['checkov', ['CKV_AWS_246']]])
  expect(section).toContain("checkov's `CKV_AWS_246`")
})

test('a tool that is not installed has no version', () => {
  const [ours] = tools
  expect(
    versionOf({ ...(ours ?? { name: '', readsPlans: false }), program: join(workspace, 'no-such-tool') }),
  ).toBeUndefined()
})
