/** A process that is killed while it writes leaves each file whole: as it was, or as it is to be. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommand, spawnCommand } from '../cli/built.js'

const FILES = 1000
const KILLS = 16

const directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-killed-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const name = (number: number): string => `stream_${number}.tf`
const text = (number: number, keyId: string): string =>
  `resource "aws_rds_cluster_activity_stream" "s${number}" {
  resource_arn = "arn:aws:rds:eu-west-1:123456789012:cluster:c${number}"
  mode         = "async"
  kms_key_id   = ${keyId}
}
`
const before = (number: number): string => text(number, '"aws_kms_key.audit.arn"')
const after = (number: number): string => text(number, 'aws_kms_key.audit.key_id')

let command = ''
beforeAll(async () => {
  command = await buildCommand()
  writeFileSync(join(directory, 'key.tf'), 'resource "aws_kms_key" "audit" {\n  enable_key_rotation = true\n}\n')
  for (let number = 0; number < FILES; number += 1) writeFileSync(join(directory, name(number)), before(number))
})

/** Runs the command, and kills it as soon as that many things have happened to the directory. */
const killedAfter = (events: number): Promise<NodeJS.Signals | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, '--fix', '.'], { cwd: directory, stdio: 'ignore' })
    let seen = 0
    const watcher = watch(directory, () => {
      seen += 1
      if (seen === events) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', (_, signal) => {
      watcher.close()
      resolve(signal)
    })
  })

/** How many are as they are to be; the others are as they were. */
const mendedFiles = (): number => {
  let mended = 0
  for (let number = 0; number < FILES; number += 1) {
    const content = readFileSync(join(directory, name(number)), 'utf8')
    expect([before(number), after(number)]).toContain(content)
    if (content === after(number)) mended += 1
  }
  return mended
}

test('each file is whole, however often it is killed, and the next run takes up where it stopped', async () => {
  // A file takes at least three: its temporary file comes, is written, takes its place.
  const moments = fc.sample(fc.integer({ min: 1, max: 200 }), { seed: 5, numRuns: KILLS })
  let kills = 0
  for (const moment of moments) {
    if ((await killedAfter(moment)) === 'SIGKILL') kills += 1
    mendedFiles()
  }
  expect(kills).toBeGreaterThan(KILLS / 2)
  const midway = mendedFiles()
  expect(midway).toBeGreaterThan(0)

  const left = readdirSync(directory).filter((each) => !each.endsWith('.tf'))
  expect(left.length).toBeLessThanOrEqual(kills)
  for (const temporary of left) expect(temporary).toMatch(/^\.tf-das-lint-\w+\.tmp$/)

  const { code } = await spawnCommand(command, ['--fix', '.'], { cwd: directory })
  expect(code).toBe(0)
  expect(mendedFiles()).toBe(FILES)
}, 120_000)
