/** The house has one way through it: a stage imports only stages to its left. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** What each stage may import, itself aside; a single file at the top of `src` is a stage of its own. */
const allowed: ReadonlyMap<string, readonly string[]> = new Map([
  ['src/source', []],
  ['src/hcl', ['src/source']],
  ['src/plan', ['src/source']],
  ['src/terraform', ['src/source', 'src/hcl', 'src/plan']],
  ['src/finding.ts', ['src/source']],
  ['src/edit', ['src/source', 'src/hcl', 'src/finding.ts']],
  ['src/project.ts', []],
  ['src/rule-metadata.ts', ['src/finding.ts']],
  ['src/aurora', ['src/source', 'src/terraform', 'src/finding.ts', 'src/edit']],
  // What surrounds a cluster, as a value; how it is drawn is a report's business.
  ['src/graph', ['src/source', 'src/terraform', 'src/finding.ts', 'src/aurora']],
  ['src/rule.ts', ['src/aurora', 'src/finding.ts', 'src/rule-metadata.ts', 'src/terraform']],
  ['rules', ['src/rule.ts', 'src/project.ts', 'src/aurora', 'src/finding.ts', 'src/terraform', 'src/edit']],
  [
    'src/report',
    ['src/source', 'src/hcl', 'src/terraform', 'src/finding.ts', 'src/graph', 'src/rule-metadata.ts', 'src/project.ts'],
  ],
  [
    'src/suppression',
    ['src/source', 'src/hcl', 'src/terraform', 'src/finding.ts', 'src/rule-metadata.ts', 'src/project.ts'],
  ],
  [
    'src/lint',
    [
      'src/source',
      'src/hcl',
      'src/plan',
      'src/terraform',
      'src/aurora',
      'src/finding.ts',
      'src/edit',
      'src/graph',
      'src/rule.ts',
      'src/suppression',
      'src/report',
    ],
  ],
  [
    'src/fix',
    [
      'src/source',
      'src/hcl',
      'src/terraform',
      'src/finding.ts',
      'src/edit',
      'src/lint',
      'src/report',
      'src/project.ts',
    ],
  ],
  // Asks nothing of the engine but for what its options look like.
  ['src/config', ['src/source', 'src/hcl', 'src/finding.ts', 'src/project.ts', 'src/suppression', 'src/lint']],
  ['src/program.ts', ['rules', 'src/source', 'src/lint', 'src/fix', 'src/report', 'src/rule-metadata.ts']],
  [
    'src/index.ts',
    [
      'src/program.ts',
      'src/config',
      'src/lint',
      'src/fix',
      'src/source',
      'src/finding.ts',
      'src/graph',
      'src/rule-metadata.ts',
      'src/report',
    ],
  ],
  [
    'src/cli',
    [
      'src/source',
      'src/finding.ts',
      'src/suppression',
      'src/config',
      'src/lint',
      'src/fix',
      'src/report',
      'src/rule-metadata.ts',
      'src/project.ts',
    ],
  ],
  // The GitHub Action: a second shell around the same engine, with the command's own way of linting.
  [
    'src/action',
    [
      'src/source',
      'src/finding.ts',
      'src/graph',
      'src/config',
      'src/lint',
      'src/fix',
      'src/report',
      'src/rule-metadata.ts',
      'src/project.ts',
      'src/cli',
    ],
  ],
  ['src/bin.ts', ['src/cli', 'src/index.ts', 'src/source']],
  ['src/action.ts', ['src/action', 'src/cli', 'src/index.ts', 'src/source']],
])

const filesIn = (directory: string): readonly string[] =>
  readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(directory, file).split(sep).join('/'))

const stageOf = (file: string): string => (file.startsWith('rules/') ? 'rules' : file.split('/').slice(0, 2).join('/'))

const importsOf = (file: string): readonly string[] => {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    relative(root, resolve(root, dirname(file), path))
      .split(sep)
      .join('/')
      .replace(/\.js$/, '.ts'),
  )
}

const files = [...filesIn('src'), ...filesIn('rules')]

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap(importsOf).length).toBeGreaterThan(300)
})

test('every stage imports only stages to its left', () => {
  const wrong = files.flatMap((file) => {
    const stage = stageOf(file)
    const may = allowed.get(stage)
    if (!may) return [`${file} is in no known stage`]
    return importsOf(file)
      .filter((path) => !path.endsWith('.json'))
      .filter((path) => stageOf(path) !== stage && !may.includes(stageOf(path)))
      .map((path) => `${file} imports ${path}`)
  })
  expect(wrong).toEqual([])
})

test('only the program knows the rules', () => {
  const knowing = filesIn('src').filter((file) => importsOf(file).some((path) => path.startsWith('rules/')))
  expect(knowing).toEqual(['src/program.ts'])
})

test('only the two shells know the process they run in', () => {
  const touching = files.filter((file) => /(?<![\w.'`])process\./.test(readFileSync(join(root, file), 'utf8')))
  expect(touching.filter((file) => file !== 'src/action.ts')).toEqual(['src/bin.ts'])
})
