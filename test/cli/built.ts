import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bundleCommand } from '../../.ci/bundle.mjs'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The command as users run it, from the sources as they stand: what dist/ holds may be older. */
export const buildCommand = async (): Promise<string> => {
  // Other test files build it at the same time, each in a worker of its own.
  const file = `${root}build/test/${process.env.VITEST_POOL_ID ?? 0}/bin.cjs`
  await bundleCommand(file)
  return file
}

export interface Spawned {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface SpawnOptions {
  readonly cwd?: string
  readonly input?: string | Uint8Array
  readonly environment?: Readonly<Record<string, string>>
  /** Close our end of the pipe after that many bytes, as `head -c` does. */
  readonly closeStdoutAfter?: number
}

export const spawnCommand = (
  command: string,
  argv: readonly string[],
  { cwd = root, input, environment = {}, closeStdoutAfter }: SpawnOptions = {},
): Promise<Spawned> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...argv], { cwd, env: { PATH: process.env.PATH, ...environment } })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => {
      stdout.push(chunk)
      if (closeStdoutAfter !== undefined && Buffer.concat(stdout).length >= closeStdoutAfter) child.stdout.destroy()
    })
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    )
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
