import type { Git } from './git.js'

/** Git itself, in a directory; no shell takes part. */
export const nodeGit =
  (cwd: string): Git =>
  async (argv) => {
    const { execFile } = await import('node:child_process')
    return new Promise((resolve) => {
      const options = { cwd, encoding: 'utf8', maxBuffer: Number.POSITIVE_INFINITY, windowsHide: true } as const
      execFile('git', [...argv], options, (error, stdout, stderr) => {
        if (!error) resolve({ kind: 'done', stdout })
        else if (error.code === 'ENOENT') resolve({ kind: 'absent' })
        else resolve({ kind: 'failed', stderr: stderr.trim() || error.message })
      })
    })
  }
