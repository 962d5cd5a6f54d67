/**
 * Runs tf-das-lint (as built), tflint with its AWS ruleset, trivy and checkov, as far as they are installed, on the same
 * seeded mistakes, and prints the table of the README.
 *
 *     npm run compare -- [--only NAME,…] [--turns N] [--write]
 *
 * `--write` keeps the figures in `results.json`, which needs all four tools.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { arch, platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { reportedMistakes } from './reported.mjs'
import { sets, writeMended, writeSamples } from './samples.mjs'
import { table } from './table.mjs'
import { run, seconds, tools, versionOf } from './tools.mjs'

const { values: given } = parseArgs({
  options: {
    only: { type: 'string' },
    turns: { type: 'string', default: '9' },
    write: { type: 'boolean', default: false },
  },
})
const here = (name) => fileURLToPath(new URL(name, import.meta.url))

const wanted = tools.filter(({ name }) => given.only === undefined || given.only.split(',').includes(name))
if (wanted.length === 0) throw new Error(`--only takes ${tools.map(({ name }) => name).join(', ')}`)

const installed = wanted.flatMap((tool) => {
  const version = versionOf(tool)
  if (version === undefined) console.error(`${tool.name} is not installed (with what it needs): its column is missing`)
  return version === undefined ? [] : [{ tool, version }]
})

const workspace = mkdtempSync(join(tmpdir(), 'tf-das-lint-compare-'))
const samples = writeSamples(workspace)
const mended = writeMended(workspace)
const [{ name: bundled }] = sets

const checksOf = (findings) => [...new Set(findings.map(({ check }) => check))].sort()

const measured = ({ tool, version }) => {
  console.error(`${tool.name} ${version.version}: ${samples.length} mistakes`)
  if (run(tool, here('control')).findings.length === 0) {
    throw new Error(`${tool.name} finds nothing in ${here('control')}: it is not set up as it should be`)
  }
  const before = run(tool, samples.find(({ set }) => set === bundled).wrong)
  const after = run(tool, mended.find(({ set }) => set === bundled).directory)
  return {
    name: tool.name,
    ...version,
    command: tool.shown,
    ...reportedMistakes(tool, samples),
    accepted: checksOf(before.accepted.filter(({ text }) => text.startsWith('aws_rds_cluster_activity_stream.'))),
    beside: checksOf(after.findings),
    exits: { before: before.exit, after: after.exit },
  }
}

/**
 * The least time on the bundled sample, an empty process of Node's being 1: measured in turns, so that what else the machine
 * does hits all of them, and the least, for that is where it does least.
 */
const times = () => {
  const { wrong } = samples.find(({ set }) => set === bundled)
  const commands = [
    { program: process.execPath, args: ['-e', '0'] },
    ...installed.map(({ tool }) => ({ program: tool.program, args: tool.arguments('.') })),
  ]
  const turns = Array.from({ length: Number(given.turns) }, () =>
    commands.map(({ program, args }) => seconds(program, args, wrong)),
  )
  const [empty, ...rest] = commands.map((_, index) => Math.min(...turns.map((turn) => turn[index])))
  return rest.map((time) => Number((time / empty).toPrecision(2)))
}

try {
  const columns = installed.map(measured)
  const ratios = times()
  const results = {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    system: `${platform()} ${arch()}`,
    samples: Object.fromEntries(
      [...new Set(samples.map(({ set }) => set))].map((set) => [
        set,
        samples.filter((each) => each.set === set).map(({ name }) => name),
      ]),
    ),
    tools: columns.map((column, index) => ({ ...column, time: ratios[index] })),
  }
  console.log(table(results))
  if (given.write && columns.length < tools.length) {
    console.error('results.json holds the figures of all the tools, measured in one run: it stays as it is')
    process.exitCode = 1
  } else if (given.write) {
    writeFileSync(here('results.json'), `${JSON.stringify(results, null, 2)}\n`)
  }
} finally {
  rmSync(workspace, { recursive: true, force: true })
}
