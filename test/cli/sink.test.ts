import { execFileSync } from 'node:child_process'
import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { sink } from '../../src/cli/sink.js'

const directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-sink-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** A stream that keeps what is written to it. */
const kept = () => {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      chunks.push(chunk)
      done()
    },
  })
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => Buffer.concat(chunks).toString() }
}

const never = (): never => {
  throw new Error('no stream should be opened')
}

const complaints: NodeJS.ErrnoException[] = []
const complain = (error: NodeJS.ErrnoException): void => {
  complaints.push(error)
}

describe('a sink', () => {
  test('writes to a file without opening a stream', async () => {
    const file = join(directory, 'file')
    const descriptor = openSync(file, 'w')
    const output = sink(descriptor, never, complain)
    await output.write('first é\n')
    await output.write('second\n')
    expect([output.isTerminal, output.columns]).toEqual([false, undefined])
    closeSync(descriptor)
    expect(readFileSync(file, 'utf8')).toBe('first é\nsecond\n')
  })

  test('opens a stream where the descriptor says nothing of itself', async () => {
    const { stream, text } = kept()
    const output = sink(99_999, () => stream, complain)
    await output.write('text')
    expect(text()).toBe('text')
  })

  test('says what is wrong with a write', async () => {
    const file = join(directory, 'read-only')
    closeSync(openSync(file, 'w'))
    const descriptor = openSync(file, 'r')
    await sink(descriptor, never, complain).write('text')
    closeSync(descriptor)
    expect(complaints.map(({ code }) => code)).toEqual(['EBADF'])
  })

  test.skipIf(process.platform === 'win32')(
    'hands on to a stream what a full pipe does not take, in order',
    async () => {
      const pipe = join(directory, 'pipe')
      execFileSync('mkfifo', [pipe])
      const descriptor = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK)
      const { stream, text } = kept()
      const output = sink(descriptor, () => stream, complain)
      const long = Array.from({ length: 50_000 }, (_, index) => `${index}\n`).join('')
      await output.write(long)
      await output.write('last\n')
      const taken = Buffer.alloc(1_000_000)
      const count = readSync(descriptor, taken)
      closeSync(descriptor)
      expect(count).toBeGreaterThan(0)
      expect(count).toBeLessThan(long.length)
      expect(taken.toString('utf8', 0, count) + text()).toBe(`${long}last\n`)
    },
  )
})
