/** The examples for other systems call the command with what it takes, and keep what it writes. */
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseArguments } from '../../src/cli/arguments.js'
import { version } from '../../src/project.js'
import { examples, read, root } from './documents.js'

const [major] = version.split('.')

/** The command lines of an example, words apart, each variable a word of its own. */
const commandLines = (path: string): readonly (readonly string[])[] =>
  [...read(path).matchAll(/(?:npx --yes tf-das-lint@\d+|run: tf-das-lint) (.+)$/gm)].map(([, rest = '']) =>
    rest
      .replace(/'$/, '')
      .split(' ')
      .map((word) => word.replaceAll('"', '').replaceAll(/\$(?:\w+|\([\w.]+\))/g, 'variable')),
  )

const calling = examples.filter((path) => commandLines(path).length > 0)

it('call the command in each system that has no action of ours', () => {
  expect(calling.map((path) => path.split('/').at(-2))).toEqual([
    'atlantis',
    'azure',
    'gitlab',
    'hcp-terraform',
    'jenkins',
  ])
})

describe.each(calling)('%s', (path) => {
  it('gives options that there are', async () => {
    for (const line of commandLines(path)) expect((await parseArguments(line, 80)).kind).toBe('lint')
  })

  it('hands on every report that is written', async () => {
    for (const line of commandLines(path)) {
      const given = await parseArguments(line, 80)
      if (given.kind !== 'lint') continue
      for (const output of given.outputs) {
        const file = output.path.split('/').at(-1) ?? ''
        expect(read(path).split(file).length, file).toBeGreaterThan(2)
      }
    }
  })
})

it.each(examples)('%s names the version that there is', (path) => {
  for (const [, named] of read(path).matchAll(/tf-das-lint@v?(\d+)/g)) expect(named).toBe(major)
})

it('Atlantis makes the plan before it is linted', () => {
  const { workflows } = parse(read('fixtures/workflow-examples/atlantis/repos.yaml'))
  expect(workflows['tf-das-lint'].plan.steps).toEqual([
    'init',
    'plan',
    'show',
    { run: expect.stringContaining('$SHOWFILE') },
  ])
})

it.skipIf(process.platform === 'win32')('the script for HCP Terraform is one of POSIX shells', () => {
  const path = 'fixtures/workflow-examples/hcp-terraform/lint-run.sh'
  expect(spawnSync('sh', ['-n', path], { cwd: root, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
})

it('the README leads to each of them', () => {
  const section = /^## Other CI systems\n([\s\S]*?)^## /m.exec(read('README.md'))?.[1] ?? ''
  const linked = [...section.matchAll(/\]\((fixtures\/workflow-examples\/[^)]+)\)/g)].map(([, path]) => path)
  expect(linked.sort()).toEqual(examples)
})

it('the README installs the version that there is', () => {
  for (const [, named] of read('README.md').matchAll(/npx --yes tf-das-lint@(\d+)/g)) expect(named).toBe(major)
})
