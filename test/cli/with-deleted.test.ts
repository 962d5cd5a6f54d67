/** `--with-deleted`, asked of the command over files in memory, and of a real repository. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cluster, stream } from '../streamed.js'
import { buildCommand, spawnCommand } from './built.js'
import { runOver } from './in-process.js'

describe('what git answers', () => {
  const files = { '.git/HEAD': '', 'db/main.tf': cluster(), 'other/main.tf': cluster() }
  const lossOf = (stdout: string, ...argv: readonly string[]) =>
    runOver(files, ['--with-deleted', ...argv], { git: async () => ({ kind: 'done', stdout }) })

  it('brings the modules that lost a file, with all their findings', async () => {
    const { code, stdout } = await lossOf('D\0db/stream.tf\0', '--format', 'json')
    expect(JSON.parse(stdout).findings.map(({ location }: { location: { file: string } }) => location.file)).toEqual([
      'db/main.tf',
    ])
    expect(code).toBe(1)
  })

  it('stands beside the paths', async () => {
    const { stdout } = await lossOf('D\0db/stream.tf\0', '--format', 'json', 'other/main.tf')
    expect(JSON.parse(stdout).findings).toHaveLength(2)
  })

  it.each([
    ['nothing', ''],
    ['files that are none of Terraform', 'D\0db/readme.md\0D\0main.py\0'],
    ['files that got another name in their module', 'R100\0db/stream.tf\0db/streams.tf\0'],
  ])('leaves nothing to do: %s', async (_, stdout) => {
    expect(await lossOf(stdout)).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })

  it.each([
    ['D\0db/stream.tf.json\0'],
    ['D\0db/stream.tofu\0'],
    ['D\0db/prod.auto.tfvars\0'],
    ['D\0readme.md\0D\0db/\u00fcber \n--.tf\0'],
    ['R100\0db/stream.tf\0other/stream.tf\0'],
    ['R100\0db/stream.tf\0db/stream.tf.bak\0'],
    ['R100\0db/terraform.tfvars\0db/prod.tfvars\0'],
    ['R100\0a/a.tf\0a/b.tf\0R100\0a/b.txt\0a/c.txt\0D\0db/stream.tf\0'],
  ])('finds the loss in %j', async (stdout) => {
    expect((await lossOf(stdout)).stdout).toContain('db/main.tf')
  })

  it('leaves modules alone that are gone', async () => {
    const { code, stderr } = await lossOf('D\0gone/stream.tf\0D\0gone/main.tf\0')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('is a report where a program reads it', async () => {
    const { code, stdout } = await lossOf('', '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout).findings).toEqual([])
  })

  it('is about the commits that pre-commit names, and about what is staged otherwise', async () => {
    const questions: (readonly string[])[] = []
    const asking = async (environment: Readonly<Record<string, string>>, fails = false) => {
      questions.length = 0
      const { code, stderr } = await runOver(files, ['--with-deleted'], {
        environment,
        git: async (argv) => {
          questions.push(argv)
          if (fails) return { kind: 'failed', stderr: 'fatal: a...b: no merge base\nand more' }
          return { kind: 'done', stdout: '' }
        },
      })
      return { code, stderr, which: questions.map((argv) => argv.slice(argv.indexOf('--diff-filter=DR') + 1)) }
    }
    const refs = { PRE_COMMIT_FROM_REF: 'a', PRE_COMMIT_TO_REF: 'b' }
    expect(await asking({})).toMatchObject({ which: [['--cached']] })
    expect(await asking({ PRE_COMMIT_FROM_REF: 'a' })).toMatchObject({ which: [['--cached']] })
    expect(await asking(refs)).toMatchObject({ code: 0, which: [['a...b', '--']] })
    expect(await asking(refs, true)).toMatchObject({
      code: 2,
      which: [
        ['a...b', '--'],
        ['a..b', '--'],
      ],
    })
    const refused = await asking({ ...refs, PRE_COMMIT_TO_REF: '--output=x' })
    expect(refused).toMatchObject({ code: 2, which: [] })
    expect(refused.stderr).toContain('--output=x is no commit')
  })

  it('may be that there is no git', async () => {
    const { code, stderr, stdout } = await runOver(files, ['--with-deleted', 'db/main.tf'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('there is no git')
  })

  it('may be that there is no repository', async () => {
    const git = async () => ({ kind: 'failed', stderr: 'fatal: \u001b[31mno repository\nusage: git' }) as const
    const { code, stderr } = await runOver(files, ['--with-deleted'], { git })
    expect(code).toBe(2)
    expect(stderr).toContain('no repository')
    expect(stderr).not.toContain('\u001b')
    expect(stderr).not.toContain('usage')
  })

  it('is not asked for otherwise', async () => {
    const git = (): never => {
      throw new Error('nobody asked')
    }
    expect((await runOver(files, ['db/main.tf'], { git })).code).toBe(1)
  })

  it('is mended, too', async () => {
    const moved = { ...files, 'db/stream.tf': stream.replace('aws_kms_key.main.key_id', '"aws_kms_key.main.key_id"') }
    const { code, files: written } = await runOver(moved, ['--with-deleted', '--fix'], {
      git: async () => ({ kind: 'done', stdout: 'D\0db/gone.tf\0' }),
    })
    expect(code).toBe(0)
    expect(written['db/stream.tf']).toBe(stream)
  })
})

describe.skipIf(spawnSync('git', ['--version']).status !== 0)('a repository', () => {
  let command: string
  let top: string
  const git = (...argv: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...argv], {
      cwd: top,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(top, path)), { recursive: true })
    writeFileSync(join(top, path), text)
  }
  const run = (cwd = top, environment: Readonly<Record<string, string>> = {}) =>
    spawnCommand(command, ['--with-deleted'], { cwd, environment })

  beforeAll(async () => {
    command = await buildCommand()
    top = join(mkdtempSync(join(tmpdir(), 'with-deleted-')), 'a b -c \u00fc')
    write('db/main.tf', cluster())
    write('db/stream.tf', stream)
    git('init', '-q', '-b', 'main')
    git('add', '.')
    git('commit', '-q', '-m', 'first')
  })
  afterAll(() => rmSync(dirname(top), { recursive: true, force: true }))

  it('loses a stream, wherever in it the command runs', async () => {
    expect(await run()).toEqual({ code: 0, stdout: '', stderr: '' })
    git('rm', '-q', 'db/stream.tf')
    const { code, stdout } = await run()
    expect(code).toBe(1)
    expect(stdout).toContain('aws_rds_cluster.main has no activity stream')
    expect((await run(join(top, 'db'))).stdout).toContain('--> main.tf')
  })

  it('loses it by its name', async () => {
    git('reset', '-q', '--hard')
    renameSync(join(top, 'db/stream.tf'), join(top, 'db/stream.txt'))
    git('add', '-A')
    expect((await run()).code).toBe(1)
    renameSync(join(top, 'db/stream.txt'), join(top, 'db/streams.tf'))
    git('add', '-A')
    expect(await run()).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('lost it between two commits', async () => {
    git('reset', '-q', '--hard')
    git('rm', '-q', 'db/stream.tf')
    git('commit', '-q', '-m', 'second')
    expect((await run()).code).toBe(0)
    expect((await run(top, { PRE_COMMIT_FROM_REF: 'HEAD~1', PRE_COMMIT_TO_REF: 'HEAD' })).code).toBe(1)
    const { code, stderr } = await run(top, { PRE_COMMIT_FROM_REF: 'nonsense', PRE_COMMIT_TO_REF: 'HEAD' })
    expect(code).toBe(2)
    expect(stderr).toContain('nonsense')
  })

  it('is a shallow clone, which lacks the commits to compare', async () => {
    const cwd = join(dirname(top), 'shallow')
    git('clone', '-q', '--depth', '1', pathToFileURL(top).href, cwd)
    expect(await run(cwd)).toEqual({ code: 0, stdout: '', stderr: '' })
    const refs = { PRE_COMMIT_FROM_REF: git('rev-parse', 'HEAD~1').trim(), PRE_COMMIT_TO_REF: 'HEAD' }
    const { code, stderr, stdout } = await run(cwd, refs)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(refs.PRE_COMMIT_FROM_REF)
    expect(stderr).toContain('git fetch --unshallow')
    execFileSync('git', ['fetch', '-q', '--unshallow'], { cwd })
    expect((await run(cwd, refs)).stdout).toContain('aws_rds_cluster.main has no activity stream')
  })

  it('is none', async () => {
    const { code, stderr, stdout } = await run(dirname(top))
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('run it within a repository')
  })
})
