/** `tf-das-lint graph [paths..]`. */
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { beforeAll, describe, expect, it } from 'vitest'
import { report } from '../report/samples.js'
import { buildCommand, root, spawnCommand } from './built.js'
import { runWith } from './captured.js'
import { runOver } from './in-process.js'

const CLUSTER = `resource "aws_rds_cluster" "main" {
  engine = "aurora-mysql"
}
`
const FLOWCHART = `flowchart LR
  n1[("aws_rds_cluster<br>main<br>✗ missing-activity-stream")]
  classDef faulty stroke:#d1242f,stroke-width:3px
  class n1 faulty
`

describe('graph', () => {
  it('draws a flowchart, and does not fail for what is wrong in it', async () => {
    expect(await runOver({ 'main.tf': CLUSTER }, ['graph'])).toMatchObject({ code: 0, stdout: FLOWCHART, stderr: '' })
  })

  it('says that there is no Aurora cluster', async () => {
    const { code, stdout } = await runOver({ 'main.tf': '' }, ['graph'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'flowchart LR\n  n1["no Aurora cluster"]\n' })
  })

  it.each([
    ['mermaid', /^flowchart LR\n/],
    ['dot', /^digraph \{\n/],
    ['json', /^\{\n {2}"schemaVersion": "1",\n/],
    ['svg', /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /],
  ])('writes %s to stdout and to files', async (format, beginning) => {
    const written = await runOver({ 'main.tf': CLUSTER }, ['graph', '--format', format])
    expect(written).toMatchObject({ code: 0, stdout: expect.stringMatching(beginning), stderr: '' })
    const further = await runOver({ 'main.tf': CLUSTER }, ['graph', '--output', `${format}=graph.txt`])
    expect(further).toMatchObject({ code: 0, stdout: FLOWCHART, files: { 'graph.txt': written.stdout } })
  })

  it('writes JSON as its schema says', async () => {
    const schema = JSON.parse(readFileSync(new URL('../../schemas/graph.schema.json', import.meta.url), 'utf8'))
    const validate = new Ajv({ allErrors: true, strictSchema: true }).compile(schema)
    const { stdout } = await runOver({ 'a/main.tf': CLUSTER, 'b/main.tf': CLUSTER }, ['graph', '--format', 'json'])
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true)
  })

  it('takes paths, variables and the config', async () => {
    const files = {
      'main.tf': `variable "on" {\n  default = false\n}\n${CLUSTER.replace('{\n', '{\n  count = var.on ? 1 : 0\n')}`,
      'other/main.tf': CLUSTER,
      '.tf-das-lint.json': '{ "rules": { "missing-activity-stream": "off" } }',
    }
    expect((await runOver(files, ['graph', 'main.tf'])).stdout).toContain('no Aurora cluster')
    const on = await runOver(files, ['graph', '--var', 'on=true', 'main.tf'])
    expect(on.stdout).toBe('flowchart LR\n  n1[("aws_rds_cluster<br>main[0]")]\n')
    expect((await runOver(files, ['graph', '--no-config', 'other'])).stdout).toBe(FLOWCHART)
  })

  it('exits with 2 for what cannot be read, and draws the rest', async () => {
    const { code, stdout, stderr } = await runOver({ 'main.tf': CLUSTER, 'a.tf': 'resource "aws_rds_cluster" {{{' }, [
      'graph',
    ])
    expect({ code, stdout }).toEqual({ code: 2, stdout: FLOWCHART })
    expect(stderr).toContain('a.tf')
    expect(await runOver({}, ['graph', 'nowhere'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('nowhere'),
    })
    const config = await runOver({ 'main.tf': CLUSTER, '.tf-das-lint.json': '{ "rule": {} }' }, ['graph'])
    expect(config).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('.tf-das-lint.json') })
  })

  it.each([
    [['graph', '--format', 'sarif'], '--format of tf-das-lint graph is mermaid, dot, json, svg; not "sarif"'],
    [['graph', '--output', 'sarif=x'], '--output\'s format is mermaid, dot, json, svg; not "sarif"'],
    [['graph', '--output', 'x'], '--output is FORMAT=FILE; not "x"'],
    [['graph', '--fix'], 'unknown option --fix of tf-das-lint graph'],
    [['grahp'], 'did you mean tf-das-lint graph?'],
  ])('says what is wrong with %j', async (argv, message) => {
    const { code, stdout, stderr } = await runWith(report(), argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
  })

  it('is a directory where it is written as one', async () => {
    const { code, stdout } = await runOver({ 'graph/main.tf': CLUSTER }, ['./graph'])
    expect(code).toBe(1)
    expect(stdout).toContain('graph/main.tf')
    expect((await runWith(report(), ['graph', '--help'])).stdout).toContain(
      'A directory of the name graph is linted by tf-das-lint ./graph',
    )
  })

  it('exits with 2 where a file cannot be written', async () => {
    const { code, stdout, stderr } = await runWith(report(), ['graph', '--output', 'dot=x'], {
      writeFile: () => {
        throw Object.assign(new Error('cannot write x'), { name: 'UserError' })
      },
    })
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'flowchart LR\n  n1["no Aurora cluster"]\n' })
    expect(stderr).toContain('cannot write x')
  })
})

describe('the built command', () => {
  let command = ''
  beforeAll(async () => {
    command = await buildCommand()
  })

  it.each(['mermaid', 'dot', 'json', 'svg'])('draws %s', async (format) => {
    const { code, stdout, stderr } = await spawnCommand(command, ['graph', 'fixtures/sample', '--format', format], {
      cwd: root,
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('invalid-kms-key-id')
  })

  it('leaves the drawing to the runs that draw', () => {
    const main = readFileSync(command.replace(/bin\.cjs$/, 'main.cjs'), 'utf8')
    expect(main).not.toContain('flowchart LR')
    expect(main).not.toContain('ranksep')
  })
})
