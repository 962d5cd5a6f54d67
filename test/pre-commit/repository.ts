/** A Git repository of a user's, with the hooks of this one, and real pre-commit. */
import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildCommand, root } from '../cli/built.js'

const [version = ''] = /(?<=^pre_commit=)[\d.]+$/m.exec(readFileSync(`${root}.ci/tools/install`, 'utf8')) ?? []
export const preCommit = `${root}build/tools/pre-commit-${version}/bin/pre-commit`

/** `.ci/tools/install` brings it where Python is at hand. */
export const hasPreCommit = existsSync(preCommit)

export interface Ran {
  readonly code: number | null
  /** Standard output and error, as they came. */
  readonly output: string
}

const run = (
  command: string,
  argv: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, argv, {
      cwd,
      env: { ...ambient(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString() }))
  })

const identity = { name: 'Somebody', email: 'somebody@example.com', date: '2026-01-01T00:00:00Z' }

/** Whoever runs the tests may do so in a hook of Git's, and has a configuration of their own. */
const ambient = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(GIT_|PRE_COMMIT|SKIP$|npm_)/.test(name))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  // The checkout may be somebody else's, as in a container.
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'safe.directory',
  GIT_CONFIG_VALUE_0: '*',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, identity.name],
      [`GIT_${who}_EMAIL`, identity.email],
      [`GIT_${who}_DATE`, identity.date],
    ]),
  ),
  PRE_COMMIT_COLOR: 'never',
  // Beside that of whoever runs the tests, and kept from run to run.
  npm_config_cache: `${root}build/pre-commit/npm`,
})

const must = async (ran: Promise<Ran>): Promise<string> => {
  const { code, output } = await ran
  if (code !== 0) throw new Error(output)
  return output
}

export interface Hooks {
  /** A fresh clone. */
  readonly path: string
  /** Its commit. */
  readonly revision: string
  /** The package of it, as npm would have it; a path. */
  readonly packed: () => Promise<string>
  /** Of pre-commit: what is installed for this commit stays there. */
  readonly home: string
}

/**
 * Clones what is committed here. Where the sources build another command than the one in dist/, the clone has a commit more: in CI they
 * are the same.
 */
export const cloneHooks = async (): Promise<Hooks> => {
  const directory = `${root}build/pre-commit`
  const path = join(directory, 'hooks')
  rmSync(path, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  const git = (...argv: readonly string[]) => must(run('git', argv, path))
  await must(run('git', ['clone', '--quiet', '--no-hardlinks', root, path], root))
  cpSync(dirname(await buildCommand()), join(path, 'dist'), { recursive: true })
  await git('add', '--all')
  if ((await git('status', '--porcelain')) !== '') await git('commit', '--quiet', '--message', 'Build dist/')
  const revision = (await git('rev-parse', 'HEAD')).trim()
  const home = join(directory, `home-${revision.slice(0, 12)}`)
  for (const name of readdirSync(directory)) {
    const old = join(directory, name)
    if (name.startsWith('home-') && old !== home) rmSync(old, { recursive: true, force: true })
  }
  const packed = async (): Promise<string> => {
    const name = join(home, `${revision}.tgz`)
    if (existsSync(name)) return name
    mkdirSync(home, { recursive: true })
    const [made = ''] = (await must(run('npm', ['pack', '--silent', '--pack-destination', home], path)))
      .trim()
      .split('\n')
      .slice(-1)
    renameSync(join(home, made), name)
    return name
  }
  return { path, revision, home, packed }
}

/** The lines of a hook in a config, beside its id. */
export type HookConfig = readonly [id: string, ...lines: readonly string[]]

export class Repository {
  readonly #hooks: Hooks
  /** With blanks in its path, and more. */
  readonly path = join(mkdtempSync(join(tmpdir(), 'pre-commit-')), 'a b -- \u00fc')

  private constructor(hooks: Hooks) {
    this.#hooks = hooks
  }

  /** One with the files, committed, where pre-commit did not look. */
  static async with(hooks: Hooks, files: Readonly<Record<string, string>>, ...wanted: readonly HookConfig[]) {
    const repository = new Repository(hooks)
    mkdirSync(repository.path)
    await repository.git('init', '--quiet', '--initial-branch', 'main')
    const lines = wanted.flatMap(([id, ...rest]) => [`      - id: ${id}`, ...rest.map((line) => `        ${line}`)])
    repository.write(
      '.pre-commit-config.yaml',
      [
        'repos:',
        `  - repo: ${JSON.stringify(hooks.path)}`,
        `    rev: ${hooks.revision}`,
        '    hooks:',
        ...lines,
        '',
      ].join('\n'),
    )
    for (const [path, text] of Object.entries(files)) repository.write(path, text)
    await repository.git('add', '--all')
    await repository.git('commit', '--quiet', '--no-verify', '--message', 'first')
    return repository
  }

  write(path: string, text: string): void {
    const file = join(this.path, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), 'utf8')
  }

  git(...argv: readonly string[]): Promise<string> {
    return must(this.tryGit(...argv))
  }

  tryGit(...argv: readonly string[]): Promise<Ran> {
    return run('git', argv, this.path, { PRE_COMMIT_HOME: this.#hooks.home })
  }

  /** Stages the files as they shall be; a file that is `undefined` is deleted. */
  async stage(files: Readonly<Record<string, string | undefined>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) rmSync(join(this.path, path))
      else this.write(path, text)
    }
    await this.git('add', '--all')
  }

  preCommit(...argv: readonly string[]): Promise<Ran> {
    return run(preCommit, argv, this.path, { PRE_COMMIT_HOME: this.#hooks.home })
  }

  /** Runs the hooks on the files, staged. */
  async check(files: Readonly<Record<string, string | undefined>>): Promise<Ran> {
    await this.stage(files)
    return this.preCommit('run')
  }

  remove(): void {
    rmSync(dirname(this.path), { recursive: true, force: true })
  }
}
