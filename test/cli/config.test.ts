import { Ajv } from 'ajv'
import { describe, expect, it, test } from 'vitest'
import baselineSchema from '../../schemas/baseline.schema.json' with { type: 'json' }
import { CLUSTER, configCases, reportedIn } from './config-cases.js'
import { runOver } from './in-process.js'

describe('a run with a config', () => {
  it.each(configCases)('that says $says', async ({ files, argv, code, reported, stderr = [] }) => {
    const run = await runOver(files, argv)
    expect({ code: run.code, reported: reportedIn(run.stdout) }).toEqual({ code, reported })
    for (const text of stderr) expect(run.stderr).toContain(text)
    if (stderr.length === 0) expect(run.stderr).toBe('')
    if (code === 2) expect(run.stdout).toBe('')
  })

  it('takes the nearest one above', async () => {
    const files = { 'main.tf': CLUSTER, '/.tf-das-lint.json': '{"failOn": "never", "baseline": "project/none.json"}' }
    expect((await runOver(files)).stderr).toContain('error: ../project/none.json does not exist')
    expect((await runOver({ ...files, '.git/config': '' })).code).toBe(1)
  })

  it('counts an exemption up to its last day', async () => {
    const exempt = [{ address: '*', rules: ['missing-activity-stream'], reason: 'soon', until: '2026-06-30' }]
    const files = { 'main.tf': CLUSTER, '.tf-das-lint.json': JSON.stringify({ exempt }) }
    expect((await runOver(files, [], { today: '2026-06-30' })).code).toBe(0)
    expect((await runOver(files, [], { today: '2026-07-01' })).code).toBe(1)
  })

  it('of an option that is given twice is a mistake', async () => {
    expect((await runOver({}, ['--config', 'a', '--config', 'b'])).stderr).toContain('--config is given more than once')
    expect((await runOver({}, ['--baseline='])).stderr).toContain('--baseline needs a value')
  })
})

describe('--write-baseline', () => {
  const two = `${CLUSTER}${CLUSTER.replace('main', 'another')}`

  it('writes what there is, and from then on only what is new is reported', async () => {
    const first = await runOver({ 'main.tf': two }, ['--write-baseline'])
    expect(first).toMatchObject({
      code: 0,
      stderr: 'tf-das-lint: wrote 2 findings to .tf-das-lint-baseline.json\n',
    })
    expect(reportedIn(first.stdout)).toEqual([])
    expect(first.stdout).toContain('2 suppressed')

    const argv = ['--baseline', '.tf-das-lint-baseline.json']
    expect(await runOver(first.files, argv)).toMatchObject({ code: 0, stderr: '' })

    const moved = {
      'other.tf': `# moved\n\n${two}`,
      '.tf-das-lint-baseline.json': first.files['.tf-das-lint-baseline.json'] ?? '',
    }
    expect(await runOver(moved, argv)).toMatchObject({ code: 0, stderr: '' })

    const more = { ...moved, 'more.tf': CLUSTER.replace('main', 'third') }
    const run = await runOver(more, argv)
    expect({ code: run.code, reported: reportedIn(run.stdout) }).toEqual({
      code: 1,
      reported: ['error[missing-activity-stream]'],
    })
    expect(run.stdout).toContain('aws_rds_cluster.third')
  })

  it('writes a file that differs little where little has changed', async () => {
    const { files } = await runOver({ 'main.tf': two }, ['--write-baseline', '--baseline', 'known.json'])
    const text = String(files['known.json'])
    expect(text).toMatch(
      /^\{\n {2}"version": 1,\n {2}"findings": \[\n {4}\{ "rootModule": "\.", "address": "aws_rds_cluster\.another", "rule": "missing-activity-stream", "fingerprint": "[0-9a-f]{32}" \},\n {4}\{ "rootModule": "\.", "address": "aws_rds_cluster\.main", .+ \}\n {2}\]\n\}\n$/,
    )
    expect(new Ajv().compile(baselineSchema)(JSON.parse(text))).toBe(true)
    const again = await runOver({ 'b.tf': `\n${two}` }, ['--write-baseline', '--baseline', 'known.json'])
    expect(again.files['known.json']).toBe(text)
  })

  it('keeps nothing that is mended, and does not mind a broken file', async () => {
    const { files } = await runOver({ 'main.tf': 'resource "aws_s3_bucket" "b" {}\n', 'known.json': '<<<' }, [
      '--write-baseline',
      '--baseline',
      'known.json',
    ])
    expect(files['known.json']).toBe('{\n  "version": 1,\n  "findings": []\n}\n')
  })

  it('writes the one that the config names, without what the config exempts', async () => {
    const exempt = [{ address: '*.another', rules: ['missing-activity-stream'], reason: 'dev only' }]
    const config = JSON.stringify({ baseline: 'ci/known.json', exempt })
    const first = await runOver({ 'main.tf': two, '.tf-das-lint.json': config }, ['--write-baseline'])
    expect(first).toMatchObject({ code: 0, stderr: 'tf-das-lint: wrote 1 finding to ci/known.json\n' })
    expect(first.files['ci/known.json']).not.toContain('another')
    const run = await runOver(first.files, ['--format', 'json'])
    expect(run.code).toBe(0)
    expect(JSON.parse(run.stdout).summary).toMatchObject({ errors: 0, suppressed: 2 })
  })

  it('writes nothing where not all could be read', async () => {
    const { code, stderr, files } = await runOver({ 'main.tf': CLUSTER, 'broken.tf': 'resource "aws_rds_cluster" {' }, [
      '--write-baseline',
    ])
    expect(code).toBe(2)
    expect(stderr).toContain('no baseline is written: some of the input could not be read\n')
    expect(Object.keys(files)).toEqual(['main.tf', 'broken.tf'])
  })

  it('is silent with --quiet', async () => {
    expect(await runOver({ 'main.tf': CLUSTER }, ['--write-baseline', '-q'])).toMatchObject({ stdout: '', stderr: '' })
  })
})

describe('what is mended', () => {
  const known = async (): Promise<string> => {
    const files = { 'a/main.tf': CLUSTER, 'b/main.tf': CLUSTER }
    return String((await runOver(files, ['--write-baseline', '--baseline', 'k.json', 'a', 'b'])).files['k.json'])
  }
  const STREAMLESS = 'resource "aws_rds_cluster" "main" {\n  engine = "mysql"\n}\n'

  test.each([
    [['a', 'b'], 'warning: 1 of 2 findings in k.json is there no longer'],
    [['a'], 'warning: 1 of 2 findings in k.json is there no longer'],
    // The other root module was not looked at.
    [['b'], ''],
    // Nor were the other files.
    [['a/main.tf'], ''],
    [['a', '--skip', 'missing-activity-stream'], ''],
    [['a', '--quiet'], ''],
  ])('is told of %j', async (argv, sentence) => {
    const files = { 'a/main.tf': STREAMLESS, 'b/main.tf': CLUSTER, 'k.json': await known() }
    const { stderr } = await runOver(files, ['--baseline', 'k.json', ...argv])
    if (sentence === '') expect(stderr).toBe('')
    else expect(stderr).toContain(sentence)
  })
})
