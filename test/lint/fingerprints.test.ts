/** A baseline stands and falls with them: of what is found in any fixture, whatever is done to the files that changes nothing. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/finding.js'
import { parseNative } from '../../src/hcl/index.js'
import { lint } from '../../src/index.js'
import type { LintOptions } from '../../src/lint/options.js'
import type { FileSystem } from '../../src/source/file-system.js'
import { SourceFile } from '../../src/source/source-file.js'
import { memoryFileSystem } from '../terraform/load/memory-file-system.js'
import { lintFiles } from './in-memory.js'

type Files = Readonly<Record<string, string>>

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures')

const filesBelow = (directory: string): Files =>
  Object.fromEntries(
    readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .map((name) => join(directory, name))
      .filter((path) => statSync(path).isFile() && !/golden\.txt$|plan\.json$|expected.*\.json$/.test(path))
      .map((path) => [relative(directory, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  )

const cases: readonly (readonly [name: string, files: Files])[] = ['rules', 'awkward']
  .flatMap((kind) => (kind === 'awkward' ? [kind] : readdirSync(join(fixtures, kind)).map((rule) => `${kind}/${rule}`)))
  .flatMap((folder) => readdirSync(join(fixtures, folder)).map((name) => `${folder}/${name}`))
  .filter((path) => path.endsWith('.tf') || statSync(join(fixtures, path)).isDirectory())
  .map((path) => {
    const at = join(fixtures, path)
    return [path, path.endsWith('.tf') ? { 'main.tf': readFileSync(at, 'utf8') } : filesBelow(at)]
  })

const found = async (files: Files, options: Partial<LintOptions> = {}): Promise<readonly Finding[]> =>
  (await lintFiles(files, options)).findings

const fingerprints = async (files: Files, options?: Partial<LintOptions>): Promise<readonly string[]> =>
  (await found(files, options)).map(({ rule, address, fingerprint }) => `${rule} ${address} ${fingerprint}`).sort()

/** Files in memory, from another working directory than theirs. */
const seenFrom = (cwd: string, files: Files): FileSystem => {
  const absolute = Object.entries(files).map(([path, text]) => [`/project/${path}`, text])
  const { read, list, kind, realPath, open } = memoryFileSystem(Object.fromEntries(absolute))
  const at = (path: string): string => resolve(cwd, path)
  return {
    cwd,
    read: (path) => read(at(path)),
    list: (path) => list(at(path)),
    kind: (path) => kind(at(path)),
    realPath: (path) => realPath(at(path)),
    open: (path) => open(at(path)),
  }
}

/** Lines above, another name, the blocks in the opposite order; what has a meaning by its name keeps it. */
const rewritten = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => {
      const hidden = `${path.slice(0, -'.tf'.length)}.tofu` in files
      if (!path.endsWith('.tf') || hidden || /override\.tf$/.test(path)) return [path, text]
      const { body, diagnostics } = parseNative(new SourceFile(path, text))
      if (diagnostics.length > 0) return [path, text]
      const blocks = body.blocks.map(({ span }) => text.slice(span.start, span.end)).reverse()
      return [join(dirname(path), `renamed-${basename(path)}`), `\n\n# moved\n${blocks.join('\n\n')}\n`]
    }),
  )

describe('fingerprints', () => {
  test('tell the findings of a run apart, and survive moved lines, renamed files and reordered blocks', async () => {
    const shared: string[] = []
    const changed: string[] = []
    let total = 0
    for (const [name, files] of cases) {
      const before = await fingerprints(files)
      total += before.length
      if (new Set(before).size < before.length) shared.push(name)
      if (before.length === 0) continue
      // A comment belongs to what stands below it.
      if (Object.values(files).some((text) => text.includes('tf-das-lint:ignore'))) continue
      const after = await fingerprints(rewritten(files))
      if (before.join('\n') !== after.join('\n')) changed.push(name)
    }
    expect({ shared, changed }).toEqual({ shared: [], changed: [] })
    expect(cases.length).toBeGreaterThan(300)
    expect(total).toBeGreaterThan(200)
  }, 120_000)

  test('are the same from a plan beside its source', async () => {
    const plans = cases.flatMap(([name]) => {
      const cwd = join(fixtures, name)
      return existsSync(join(cwd, 'plan.json')) && existsSync(join(cwd, 'main.tf')) ? [cwd] : []
    })
    const keyed = async (cwd: string, path: string): Promise<ReadonlyMap<string, string>> =>
      new Map(
        (await lint({ cwd, paths: [path] })).findings.map(({ rule, address, path: argument, fingerprint }) => [
          `${rule} ${address} ${argument}`,
          fingerprint,
        ]),
      )
    let compared = 0
    for (const cwd of plans) {
      const fromSource = await keyed(cwd, '.')
      for (const [key, fingerprint] of await keyed(cwd, 'plan.json')) {
        const other = fromSource.get(key)
        if (other === undefined) continue
        expect(fingerprint, `${cwd} ${key}`).toBe(other)
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(20)
  }, 120_000)

  const CLUSTER = 'resource "aws_rds_cluster" "main" {\n  engine = "aurora-postgresql"\n}\n'
  const CALL = 'module "db" {\n  source = "../db"\n}\n'
  const inRepository = { '.git/config': '', 'infra/main.tf': CLUSTER, 'app/main.tf': CALL, 'db/main.tf': CLUSTER }
  const standardInput = async (): Promise<Uint8Array> => new TextEncoder().encode(CLUSTER)
  const of = async (paths: readonly string[], cwd = '/project'): Promise<readonly string[]> =>
    (await found(inRepository, { paths, fileSystem: seenFrom(cwd, inRepository), standardInput })).map(
      ({ fingerprint }) => fingerprint,
    )

  test('are the same from wherever in the repository, by whatever path', async () => {
    const [expected] = await of(['infra'])
    expect(expected).toMatch(/^[0-9a-f]{32}$/)
    expect(await of(['infra/main.tf'])).toEqual([expected])
    expect(await of(['./infra/'])).toEqual([expected])
    expect(await of(['.'], '/project/infra')).toEqual([expected])
    expect(await of(['main.tf'], '/project/infra')).toEqual([expected])
    expect(await of(['../infra'], '/project/app')).toEqual([expected])
    expect(await of(['.'])).toContain(expected)
    expect(await of(['-'], '/project/infra')).toEqual([expected])
    expect(await of(['/project/infra'], '/')).toEqual([expected])
    expect(await of(['../project/infra'], '/elsewhere')).toEqual([expected])
  })

  test("in a module hang on the caller, not on the module's file", async () => {
    const [inApp] = await of(['app'])
    const moved = { 'app/main.tf': CALL.replace('../db', '../moved'), 'moved/renamed.tf': CLUSTER }
    const [after] = await found(moved, { paths: ['app'] })
    expect(after?.address).toBe('module.db.aws_rds_cluster.main')
    expect(after?.fingerprint).toBe(inApp)
    const [renamed] = await found(
      { 'app/main.tf': CALL.replace('"db"', '"database"'), 'db/main.tf': CLUSTER },
      { paths: ['app'] },
    )
    expect(renamed?.fingerprint).not.toBe(inApp)
  })

  test('hang on the root module', async () => {
    const all = (await found({ 'a/main.tf': CLUSTER, 'b/main.tf': CLUSTER })).map(({ fingerprint }) => fingerprint)
    expect(new Set(all).size).toBe(2)
  })
})
