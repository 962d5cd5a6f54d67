import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const USAGE = fileURLToPath(new URL('usage.cjs', import.meta.url))

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Runs Node with the arguments; seconds of wall time from spawn to exit. */
export const wall = (args, options = {}) => {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  if (status !== 0) throw new Error(`node ${args.join(' ')} exited with ${status}: ${stderr}`)
  return seconds
}

/** As `wall`, with the peak of resident memory in megabytes. */
export const usage = (args, options = {}) => {
  const start = process.hrtime.bigint()
  const result = spawnSync(process.execPath, ['--require', USAGE, ...args], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  if (result.status !== 0) throw new Error(`node ${args.join(' ')} exited with ${result.status}: ${result.stderr}`)
  return { seconds, megabytes: JSON.parse(String(result.output[3])).maxRSS / 1024 }
}

/**
 * Measures commands in turns, so that what else the machine does hits all of them, after one turn to warm the caches.
 * Returns the median of each.
 */
export const inTurns = (turns, commands, run = wall) => {
  const taken = commands.map(() => [])
  for (let turn = -1; turn < turns; turn += 1) {
    for (const [index, command] of commands.entries()) {
      const result = run(command)
      if (turn >= 0) taken[index].push(result)
    }
  }
  return taken.map((results) =>
    typeof results[0] === 'number'
      ? median(results)
      : {
          seconds: median(results.map((each) => each.seconds)),
          megabytes: median(results.map((each) => each.megabytes)),
        },
  )
}
