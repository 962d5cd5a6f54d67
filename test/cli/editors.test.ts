/** What the README gives editors, held against what the command really writes. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { annotationCommand } from '../../src/report/github.js'
import { plant } from '../plant.js'
import { buildCommand, root, spawnCommand } from './built.js'

interface Pattern {
  readonly regexp: string
  readonly severity: number
  readonly file: number
  readonly line: number
  readonly endLine: number
  readonly column: number
  readonly endColumn: number
  readonly code: number
  readonly message: number
}

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const text = readFileSync(join(root, 'fixtures/editors/tasks.json'), 'utf8')
const [task] = JSON.parse(text).tasks
const pattern: Pattern = task.problemMatcher.pattern

/** As VS Code makes a problem of a line: a severity that it does not know is that of the matcher. */
const problem = (line: string) => {
  const match = new RegExp(pattern.regexp).exec(line)
  if (!match) return undefined
  const number = (group: number): number | undefined => (match[group] === undefined ? undefined : Number(match[group]))
  const severity = match[pattern.severity] ?? ''
  return {
    severity: ['error', 'warning', 'info'].includes(severity) ? severity : task.problemMatcher.severity,
    file: match[pattern.file],
    startLine: number(pattern.line),
    endLine: number(pattern.endLine),
    startColumn: number(pattern.column),
    endColumn: number(pattern.endColumn),
    rule: match[pattern.code],
    message: match[pattern.message],
  }
}

const FILES = {
  'my infra/main.tf': 'resource "aws_rds_cluster" "c" {\n  engine = "aurora-mysql"\n}\n',
  'undecided/main.tf':
    'variable "engine" {}\nresource "aws_rds_cluster" "c" {\n  engine = var.engine == "x" ? "aurora-mysql" : "mysql"\n}\n',
  'many/main.tf':
    'resource "aws_rds_cluster" "c" {\n  count  = 3\n  engine = "aurora-mysql"\n  availability_zones = ["a"]\n}\n',
}

describe("the task for VS Code's", () => {
  let command = ''
  let directory = ''
  beforeAll(async () => {
    command = await buildCommand()
    directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-'))
    const sample = { 'sample/main.tf': readFileSync(join(root, 'fixtures/sample/main.tf'), 'utf8') }
    plant(directory, { ...FILES, ...sample, '.git/HEAD': '' })
  })
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  const asked = (): readonly string[] => {
    const [npx, name, ...argv] = String(task.command).split(' ')
    expect([npx, name]).toEqual(['npx', 'tf-das-lint'])
    return argv
  }

  it('problem matcher finds each finding at its place, and nothing else', async () => {
    const { stdout } = await spawnCommand(command, asked(), { cwd: directory })
    const lines = stdout.trimEnd().split('\n')
    const problems = lines.flatMap((line) => problem(line) ?? [])
    expect(problems).toHaveLength(lines.filter((line) => line.startsWith('::')).length)
    const { stdout: json } = await spawnCommand(command, ['--format', 'json'], { cwd: directory })
    interface Reported {
      readonly rule: string
      readonly severity: string
      readonly location: Readonly<Record<string, unknown>>
    }
    // Instances of one block are one problem.
    const findings = (JSON.parse(json).findings as readonly Reported[]).map(({ rule, severity, location }) => ({
      rule,
      severity: severity === 'note' ? 'info' : severity,
      ...location,
    }))
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['error', 'warning', 'info']))
    const inOrder = (all: readonly object[]) => [...new Set(all.map((each) => JSON.stringify(each, ORDER)))].sort()
    expect(inOrder(problems)).toEqual(inOrder(findings))
    for (const { message } of problems) expect(message).toMatch(/^[a-z].*[^:]$/)
  })

  it('problem matcher finds what could not be read', async () => {
    writeFileSync(join(directory, 'broken.tf'), 'resource "aws_rds_cluster" "c" {\n  engine = \n}\n')
    const broken = await spawnCommand(command, [...asked(), 'broken.tf'], { cwd: directory })
    const problems = broken.stdout.split('\n').flatMap((line) => problem(line) ?? [])
    rmSync(join(directory, 'broken.tf'))
    expect(problems[0]).toMatchObject({ severity: 'error', file: 'broken.tf', startLine: 2, rule: undefined })
  })

  it.each([
    [{ file: 'my infra/a b.tf', startLine: 1, endLine: 3, message: 'two lines' }, 'two lines'],
    [{ file: 'a.tf', startLine: 1, endLine: 1, message: '::error::x\n::error file=b.tf::y' }, '::error::x'],
    [{ file: '/srv/ä.tf', startLine: 2, endLine: 2, startColumn: 3, endColumn: 4, message: 'a: b::c' }, 'a: b::c'],
  ])('problem matcher takes %j', (annotation, message) => {
    const line = annotationCommand({ level: 'error', title: 'tf-das-lint: invalid-kms-key-id', ...annotation })
    const { file, startLine, endLine } = annotation
    expect(problem(line)).toMatchObject({ file, startLine, endLine, rule: 'invalid-kms-key-id', message })
  })

  it('is in the README as it is in the file', () => {
    expect(readme).toContain(`\`\`\`json\n${text}\`\`\``)
  })

  const tries = spawnSync('nvim', ['--version']).status === 0 ? it : it.skip
  tries('counterpart for Neovim fills the quickfix list', async () => {
    const { stdout } = await spawnCommand(command, asked(), { cwd: directory })
    writeFileSync(join(directory, 'output'), stdout)
    const [, settings = ''] = /```vim\n([\s\S]*?)```/.exec(readme) ?? []
    const makeprg = /^set makeprg=(.*)$/m.exec(settings)?.[1] ?? ''
    expect(makeprg.replaceAll('\\ ', ' ')).toBe(`tf-das-lint ${asked().join(' ')}`)
    const listed = `getqflist()->filter('v:val.valid')->map({_, e -> [bufname(e.bufnr), e.lnum, e.col, e.end_col]})`
    const script = `${settings}\ncgetfile output\ncall writefile([json_encode(${listed})], 'quickfix.json')\nqall!\n`
    writeFileSync(join(directory, 'quickfix.vim'), script)
    spawnSync('nvim', ['--headless', '--clean', '-S', 'quickfix.vim'], { cwd: directory, timeout: 30_000 })
    const places = stdout.split('\n').flatMap((line) => {
      const found = problem(line)
      return found ? [[found.file, found.startLine, found.startColumn, found.endColumn]] : []
    })
    expect(JSON.parse(readFileSync(join(directory, 'quickfix.json'), 'utf8'))).toEqual(places)
  })
})

const ORDER = ['rule', 'severity', 'file', 'startLine', 'endLine', 'startColumn', 'endColumn']
