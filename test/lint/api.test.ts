import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  baselineText,
  findConfig,
  formats,
  lint,
  nodeFileSystem,
  readBaseline,
  readConfig,
  reporters,
  UserError,
} from '../../src/index.js'

const SAMPLE = 'fixtures/sample'

test('paths are all that it needs', async () => {
  const { findings, summary, diagnostics } = await lint({ paths: [SAMPLE] })
  expect(diagnostics).toEqual([])
  expect(summary.auroraClusters).toBe(1)
  expect(findings.map(({ rule }) => rule)).toContain('invalid-kms-key-id')
})

test('paths are relative to the directory that is given', async () => {
  const { findings } = await lint({ paths: ['.'], cwd: SAMPLE })
  const [finding] = findings
  expect(finding?.location?.kind === 'source' && finding.location.source.path).toBe('main.tf')
})

test('an option that is undefined is one that is not given', async () => {
  const nothing = { fileSystem: undefined, environment: undefined, variables: undefined, only: undefined } as object
  expect(await lint({ paths: [SAMPLE], ...nothing })).toMatchObject({ summary: { auroraClusters: 1 } })
})

test('the environment takes part only where it is given', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'tf-das-lint-api-'))
  try {
    writeFileSync(
      join(cwd, 'main.tf'),
      'variable "engine" {}\nresource "aws_rds_cluster" "main" {\n  engine = var.engine\n}\n',
    )
    const without = await lint({ paths: ['.'], cwd })
    expect(without.findings.map(({ verdict }) => verdict)).toEqual(['undecided'])
    const given = await lint({ paths: ['.'], cwd, environment: new Map([['TF_VAR_engine', 'mysql']]) })
    expect(given.findings).toEqual([])
  } finally {
    rmSync(cwd, { recursive: true })
  }
})

test('the day is today, unless another one is given', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'tf-das-lint-api-'))
  try {
    const comment = '# tf-das-lint:ignore missing-activity-stream reason="dev only" until=2020-01-31'
    writeFileSync(
      join(cwd, 'main.tf'),
      `${comment}\nresource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n}\n`,
    )
    expect((await lint({ paths: ['.'], cwd })).summary).toMatchObject({ errors: 1, suppressed: 0 })
    const then = await lint({ paths: ['.'], cwd, today: '2020-01-31' })
    expect(then.summary).toMatchObject({ errors: 0, suppressed: 1 })
  } finally {
    rmSync(cwd, { recursive: true })
  }
})

test('what is no list of paths is a mistake, not a crash', async () => {
  await expect(lint({ paths: SAMPLE as unknown as readonly string[] })).rejects.toThrow(UserError)
})

test('a report as JSON holds no source text', async () => {
  const text = JSON.stringify(await lint({ paths: [SAMPLE] }))
  expect(text).toContain('invalid-kms-key-id')
  expect(text).not.toContain('storage_encrypted')
})

test('a wrong option is a mistake of the user', async () => {
  await expect(lint({ paths: [SAMPLE], only: ['no-such-rule'] })).rejects.toThrow(UserError)
})

test('a report can be written in each format', async () => {
  const report = await lint({ paths: [SAMPLE] })
  for (const format of formats) {
    const text = reporters[format](report, {
      color: false,
      columns: 80,
      quiet: false,
      category: 'test',
      repositoryPath: (path) => path,
    })
    expect(text).toContain('invalid-kms-key-id')
  }
})

test('a config and a baseline are read as the command reads them', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'tf-das-lint-api-'))
  try {
    const cluster = (name: string): string => `resource "aws_rds_cluster" "${name}" {\n  engine = "aurora-mysql"\n}\n`
    writeFileSync(join(cwd, 'main.tf'), cluster('known') + cluster('exempt'))
    const { findings } = await lint({ paths: ['.'], cwd })
    const known = findings.filter(({ address }) => address === 'aws_rds_cluster.known')
    writeFileSync(join(cwd, 'known.json'), baselineText(known))
    writeFileSync(
      join(cwd, '.tf-das-lint.yaml'),
      'baseline: known.json\nexempt:\n  - {address: "*.exempt", rules: [missing-activity-stream], reason: demo}\n',
    )

    const fileSystem = nodeFileSystem(cwd)
    const file = findConfig(fileSystem)
    if (file.kind === 'wrong' || file.value === undefined) throw new Error('no config')
    const config = await readConfig(fileSystem, file.value)
    if (config.kind === 'wrong') throw new Error(config.diagnostics[0]?.message)
    const { severities, exemptions, baselineFile = '' } = config.value
    const baseline = await readBaseline(fileSystem, baselineFile)
    if (baseline.kind === 'wrong') throw new Error(baseline.diagnostics[0]?.message)
    const report = await lint({ paths: ['.'], cwd, severities, exemptions, baseline: baseline.value })
    expect(report.findings).toEqual([])
    expect(
      report.suppressed.map(({ finding, suppression }) => `${finding.address} ${suppression.kind}`).sort(),
    ).toEqual(['aws_rds_cluster.exempt exemption', 'aws_rds_cluster.known baseline'])
  } finally {
    rmSync(cwd, { recursive: true })
  }
})
