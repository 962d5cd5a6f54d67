/**
 * What is promised about speed and memory, as ratios of what else the same machine does in the same run.
 *
 *     npm run bench -- [--json] [--assert] [--only NAME,…] [--hcl DIRECTORY]
 *
 * `--assert` fails where a budget is missed. `--hcl` parses the .tf files of another directory.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bundleCommand } from '../../.ci/bundle.mjs'
import { writeModule, writeMonorepo, writePlan } from './generate.mjs'
import { parsingSpeed } from './hcl.mjs'
import { inTurns, median, usage } from './measure.mjs'

const { values: given } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    assert: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    hcl: { type: 'string' },
  },
})

const root = fileURLToPath(new URL('../..', import.meta.url))
const scratch = join(root, 'build', 'bench')
const here = (name) => fileURLToPath(new URL(name, import.meta.url))
mkdirSync(scratch, { recursive: true })

/** The command as its sources stand, not as dist/ was built last. */
const command = join(scratch, 'bin.cjs')
await bundleCommand(command)
const lint = (path) => [command, '--fail-on', 'never', path]

const round = (number) => Number(number.toPrecision(3))

/** Of a whole process, in percent. */
const shareOfRules = (path, turns) =>
  median(
    Array.from({ length: turns }, () => {
      const start = performance.now()
      const { stderr } = spawnSync(process.execPath, [...lint(path), '--stats'], { encoding: 'utf8' })
      const whole = performance.now() - start
      return (100 * Number(/check +([\d.]+) ms/.exec(stderr)?.[1])) / whole
    }),
  )

/** Each returns figures: what, how much, of what unit, and the budget (`at`: most or least). */
const benchmarks = {
  'start-up': () => {
    const sample = join(scratch, 'sample')
    rmSync(sample, { recursive: true, force: true })
    mkdirSync(sample)
    cpSync(join(root, 'fixtures/sample/main.tf'), join(sample, 'main.tf'))
    process.env.XDG_CACHE_HOME = join(scratch, 'cache')
    const [empty, ours] = inTurns(31, [['-e', '0'], lint(sample)])
    process.env.NODE_DISABLE_COMPILE_CACHE = '1'
    const [cold] = inTurns(11, [lint(sample)])
    delete process.env.NODE_DISABLE_COMPILE_CACHE
    return [
      { figure: 'an empty Node process', value: empty * 1000, unit: 'ms' },
      { figure: 'the sample, whole process', value: ours * 1000, unit: 'ms' },
      { figure: 'ratio', value: ours / empty, unit: 'x', most: 1.8 },
      { figure: 'with nothing kept from earlier runs', value: cold / empty, unit: 'x' },
    ]
  },
  hcl: async () => {
    const { files, bytes, ours, theirs } = await parsingSpeed(root, scratch, given.hcl ?? join(root, 'fixtures'))
    return [
      { figure: `${files} files, ${(bytes / 1000).toFixed()} kB: hcl2json`, value: theirs, unit: 'MB/s' },
      { figure: 'parsing, warm', value: ours, unit: 'MB/s', least: 20 },
      { figure: 'ratio', value: ours / theirs, unit: 'x', least: 100 },
    ]
  },
  monorepo: () => {
    const directory = join(scratch, 'monorepo')
    const { files, bytes } = writeMonorepo(directory)
    const [read, ours] = inTurns(7, [[here('read-only.mjs'), directory], lint(directory)])
    return [
      { figure: `reading ${files} files, ${(bytes / 1e6).toFixed(1)} MB`, value: read * 1000, unit: 'ms' },
      { figure: 'linting them', value: ours * 1000, unit: 'ms' },
      { figure: 'ratio', value: ours / read, unit: 'x', most: 2 },
      { figure: 'what all rules take of it', value: shareOfRules(directory, 7), unit: '%', most: 10 },
    ]
  },
  plan: () => {
    const plan = join(scratch, 'plan.json')
    const bytes = writePlan(plan, 100)
    const [bare, ours] = inTurns(3, [[here('parse-json.mjs'), plan], lint(plan)], usage)
    return [
      { figure: `JSON.parse of ${(bytes / 1e6).toFixed()} MB`, value: bare.seconds * 1000, unit: 'ms' },
      { figure: 'linting it', value: ours.seconds * 1000, unit: 'ms' },
      { figure: 'ratio of time', value: ours.seconds / bare.seconds, unit: 'x', most: 0.7 },
      { figure: 'JSON.parse, peak memory', value: bare.megabytes, unit: 'MB' },
      { figure: 'linting, peak memory', value: ours.megabytes, unit: 'MB' },
      { figure: 'ratio of memory', value: ours.megabytes / bare.megabytes, unit: 'x', most: 0.4 },
    ]
  },
  growth: () => {
    const sizes = [10, 100, 1_000, 2_000]
    const folders = sizes.map((clusters) => join(scratch, `clusters-${clusters}`))
    const bytes = folders.map((folder, index) => writeModule(folder, sizes[index]))
    const [empty, ...taken] = inTurns(5, [['-e', '0'], ...folders.map(lint)])
    const net = taken.map((seconds) => seconds - empty)
    return [
      ...sizes.map((clusters, index) => ({
        figure: `${clusters} clusters in a module, ${(bytes[index] / 1000).toFixed()} kB`,
        value: taken[index],
        unit: 's',
        ...(clusters === 1_000 ? { most: 2 } : {}),
      })),
      // Twice the bytes may take twice the time, and what a machine is off by.
      { figure: 'time for twice the bytes', value: net[3] / net[2], unit: 'x', most: 2.4 },
    ]
  },
}

const wanted = given.only === '' ? Object.keys(benchmarks) : given.only.split(',')
const results = []
for (const name of wanted) {
  const figures = await benchmarks[name]()
  for (const { most, least, ...figure } of figures) {
    const budget =
      most === undefined && least === undefined
        ? {}
        : { budget: `${most === undefined ? '>=' : '<='} ${most ?? least}` }
    const isKept = figure.value <= (most ?? Number.POSITIVE_INFINITY) && figure.value >= (least ?? 0)
    results.push({ benchmark: name, ...figure, value: round(figure.value), ...budget, kept: isKept })
  }
  if (!given.json) printTable(results.filter(({ benchmark }) => benchmark === name))
}
if (given.json) console.log(JSON.stringify({ node: process.version, results }, null, 2))
if (given.assert && results.some(({ kept }) => !kept)) process.exitCode = 1

function printTable(rows) {
  for (const { benchmark, figure, value, unit, budget, kept } of rows) {
    const verdict = budget === undefined ? '' : `  ${budget.padEnd(8)} ${kept ? 'kept' : 'MISSED'}`
    console.log(`${benchmark.padEnd(9)} ${figure.padEnd(44)} ${String(value).padStart(8)} ${unit.padEnd(4)}${verdict}`)
  }
}
