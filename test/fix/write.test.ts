/** From the paths to the files, through the public API and over a real file system. */
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FileChange, type Finding, lint, mend, nodeFileWriter, type Options, write } from '../../src/index.js'
import { SourceFile } from '../../src/source/source-file.js'
import { cluster, key, stream } from './configuration.js'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-fix-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const plant = (path: string, text: string): void => {
  mkdirSync(dirname(join(directory, path)), { recursive: true })
  writeFileSync(join(directory, path), text)
}
const read = (path: string): string => readFileSync(join(directory, path), 'utf8')
const mendAll = (options: Partial<Options> = {}) => mend({ paths: ['.'], cwd: directory, safety: 'unsafe', ...options })
const named = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ rule, address }) => `${rule} ${address}`)

const quoted = (name: string): string => cluster(name) + stream(name)
const right = (name: string): string => cluster(name) + stream(name, 'aws_kms_key.audit.key_id')

describe('writing', () => {
  test('makes the files what they were to become', async () => {
    plant('key.tf', key)
    plant('a.tf', quoted('a'))
    plant('b.tf', quoted('b'))
    const mended = await mendAll()
    expect(read('a.tf')).toBe(quoted('a'))
    const written = await write(mended)
    expect([read('key.tf'), read('a.tf'), read('b.tf')]).toEqual([key, right('a'), right('b')])
    expect(written.written.map(({ path }) => path)).toEqual(['a.tf', 'b.tf'])
    expect(written).toMatchObject({ unwritten: [], left: [] })
    expect(written.report).toBe(mended.after)
    expect((await lint({ paths: ['.'], cwd: directory })).findings).toEqual([])
    expect((await mendAll()).changes).toEqual([])
  })

  test('keeps what a file begins with, its line ends, and a last line without one', async () => {
    const text = `\ufeff${key}${quoted('ä')}# 😀`.replaceAll('\n', '\r\n')
    plant('main.tf', text)
    await write(await mendAll())
    expect(read('main.tf')).toBe(text.replace('"aws_kms_key.audit.arn"', 'aws_kms_key.audit.key_id'))
  })

  test('leaves a file that has changed since it was read, which is an error', async () => {
    plant('key.tf', key)
    plant('a.tf', quoted('a'))
    plant('b.tf', quoted('b'))
    const mended = await mendAll()
    plant('a.tf', `# new\n${quoted('a')}`)
    const written = await write(mended)
    expect(read('a.tf')).toBe(`# new\n${quoted('a')}`)
    expect(read('b.tf')).toBe(right('b'))
    expect(written.unwritten.map(({ kind, message }) => [kind, message])).toEqual([
      ['changed', 'a.tf is not written: it has changed since it was read'],
    ])
    expect(named(written.mended)).toEqual(['invalid-kms-key-id aws_rds_cluster_activity_stream.b'])
    // Of the file as it is now.
    expect(written.report.findings[0]?.location).toMatchObject({ source: { text: read('a.tf') } })
    expect(written.left.map(({ reason }) => reason)).toEqual(['a.tf is not written: it has changed since it was read'])
    expect(written.report.diagnostics).toEqual([
      { severity: 'error', file: 'a.tf', message: 'a.tf is not written: it has changed since it was read' },
    ])
  })

  test('does not make anew what was deleted', async () => {
    plant('main.tf', key + quoted('a'))
    const mended = await mendAll()
    rmSync(join(directory, 'main.tf'))
    const { unwritten } = await write(mended)
    expect(unwritten.map(({ message }) => message)).toEqual(['main.tf is not written: it is no longer there'])
    expect(readdirSync(directory)).toEqual([])
  })

  test('leaves a read-only file with a sentence, and writes the rest', async () => {
    plant('key.tf', key)
    plant('a.tf', quoted('a'))
    plant('b.tf', quoted('b'))
    chmodSync(join(directory, 'a.tf'), 0o444)
    const written = await write(await mendAll())
    expect(read('b.tf')).toBe(right('b'))
    expect(named(written.report.findings)).toEqual(['invalid-kms-key-id aws_rds_cluster_activity_stream.a'])
    expect(written.report.diagnostics).toEqual([
      { severity: 'warning', file: 'a.tf', message: 'a.tf is not written: it is read-only' },
    ])
    expect(statSync(join(directory, 'a.tf')).mode & 0o777).toBe(0o444)
  })

  test('writes the files of one patch together or not at all', async () => {
    plant('a.tf', 'a\n')
    plant('b.tf', 'b\n')
    plant('c.tf', 'c\n')
    const mended = await mendAll()
    const change = (path: string, group: number): FileChange => ({
      path,
      before: new SourceFile(path, `${path.slice(0, 1)}\n`),
      after: 'new\n',
      group,
    })
    const changes = [change('a.tf', 0), change('b.tf', 1), change('c.tf', 0)]
    plant('c.tf', 'other\n')
    const { unwritten } = await write({ ...mended, changes }, nodeFileWriter(directory))
    expect(unwritten.map(({ message }) => message)).toEqual([
      'a.tf is not written: it goes together with c.tf',
      'c.tf is not written: it has changed since it was read',
    ])
    expect([read('a.tf'), read('b.tf'), read('c.tf')]).toEqual(['a\n', 'new\n', 'other\n'])
  })
})

describe('of a plan beside its source', () => {
  const sample = join(import.meta.dirname, '..', '..', 'fixtures', 'sample')

  test('the source is mended as it is without the plan', async () => {
    cpSync(sample, directory, { recursive: true })
    const bySource = await mendAll()
    const byPlan = await mendAll({ paths: ['plan.json'] })
    expect(byPlan.changes.length).toBe(1)
    expect(byPlan.changes.map(({ path, after }) => [path, after])).toEqual(
      bySource.changes.map(({ path, after }) => [path, after]),
    )
    expect(named(byPlan.mended)).toEqual(named(bySource.mended))
    expect(named(byPlan.after.findings)).toEqual(named(bySource.after.findings))
    const { errors, warnings, notes } = byPlan.after.summary
    expect([errors, warnings, notes]).toEqual(
      ['error', 'warning', 'note'].map(
        (severity) => byPlan.after.findings.filter((each) => each.severity === severity).length,
      ),
    )
  })

  test('the plan is what is told of, also where the source has changed since', async () => {
    cpSync(sample, directory, { recursive: true })
    const mended = await mendAll({ paths: ['plan.json'] })
    plant('main.tf', `# new\n${read('main.tf')}`)
    const written = await write(mended)
    expect(written.unwritten.map(({ kind }) => kind)).toEqual(['changed'])
    expect(written.mended).toEqual([])
    expect(named(written.report.findings)).toEqual(named(mended.before.findings))
    expect(written.report.stats.plans).toBe(1)
  })

  test('a source elsewhere is mended where it was named', async () => {
    cpSync(join(sample, 'main.tf'), join(directory, 'infra', 'main.tf'))
    cpSync(join(sample, 'plan.json'), join(directory, 'plan.json'))
    const mended = await mendAll({ paths: ['plan.json'], source: 'infra' })
    expect(mended.changes.map(({ path }) => path)).toEqual(['infra/main.tf'])
  })

  test('there is nothing to be mended where there is none', async () => {
    cpSync(join(sample, 'plan.json'), join(directory, 'plan.json'))
    const mended = await mendAll({ paths: ['plan.json'] })
    expect(mended).toMatchObject({ changes: [], mended: [], rounds: 0 })
    expect(mended.left.length).toBeGreaterThan(0)
    expect(new Set(mended.left.map(({ reason }) => reason))).toEqual(
      new Set(['there is a plan alone, and nothing that could be edited']),
    )
  })
})
