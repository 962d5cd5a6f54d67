/**
 * How a file is stored is kept: what the patches make of a file with a byte order mark, CRLF and no end of its last line is what they
 * make of the file without these, in that form.
 */
import { expect, test } from 'vitest'
import { given, mended } from './mended.js'
import type { Files } from './patched.js'

/** What patches change. */
const WRITTEN = /\.(tf|tofu|tfvars)(\.json)?$/

const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

const otherForm = (text: string): string => `\ufeff${text.replace(/\n$/, '').replaceAll('\n', '\r\n')}`

const inOtherForm = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [
      path,
      WRITTEN.test(path) ? Buffer.from(otherForm(decoded(bytes))) : bytes,
    ]),
  )

/** Of a heredoc, the ends of its lines are a part of the value. */
const isPlain = (files: Files): boolean =>
  Object.entries(files).every(([path, bytes]) => !WRITTEN.test(path) || !/\r|\ufeff|<<|\S$/.test(decoded(bytes)))

const cases = given.flatMap(([group, all]) =>
  all.filter(({ files }) => isPlain(files)).map(({ name, files }) => ({ name: `${group}/${name}`, files })),
)

test.each(cases)('$name', async ({ files }) => {
  const { files: patched, changes } = await mended(files, 'unsafe')
  if (changes.length === 0) return
  const { files: others } = await mended(inOtherForm(files), 'unsafe')
  for (const { path } of changes) {
    expect(decoded(others[path] ?? new Uint8Array())).toBe(otherForm(decoded(patched[path] ?? new Uint8Array())))
  }
})
