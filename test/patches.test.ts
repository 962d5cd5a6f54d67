/**
 * Every patch of every fixture and of every sample that a page says to avoid, alone and together with the others: what it is for
 * is gone, nothing new has come, all other bytes are as they were, and the file is one that Terraform's own parser takes.
 *
 * Nothing is written: a case is linted in memory, before and after. What a patch makes of the bytes is worked out here (`patched`),
 * not by the code that writes files.
 */
import { describe, expect, test } from 'vitest'
import { lintFiles } from './lint/in-memory.js'
import { given, isMade, mended, patchesOf } from './mended.js'
import {
  beyond,
  changedFiles,
  complaints,
  expectToParse,
  type Files,
  identities,
  identity,
  patched,
} from './patched.js'

/** What a patch brings to light. */
interface Uncovered {
  /** As `identity` shows it. */
  readonly finding: string
  readonly because: string
}

/** Cases in which a patch may leave something that was not seen before; each is held to be as it stands here. */
const UNCOVERED: ReadonlyMap<string, readonly Uncovered[]> = new Map([])

/** hcl2json takes milliseconds for each file: what several patches make of the same file is asked once. */
const parsed = new Set<string>()

const expectFilesToParse = async (before: Files, after: Files): Promise<void> => {
  for (const path of changedFiles(before, after)) {
    const bytes = after[path] ?? new Uint8Array()
    const key = `${path}\0${Buffer.from(bytes).toString()}`
    if (parsed.has(key)) continue
    parsed.add(key)
    await expectToParse(path, before[path] ?? new Uint8Array(), bytes)
  }
}

describe.each(given)('%s', (group, cases) => {
  test.each(cases)('$name', async ({ name, files }) => {
    const before = await lintFiles(files)
    const known = identities(before)
    const uncovered = UNCOVERED.get(`${group}/${name}`)?.map(({ finding }) => finding) ?? []

    for (const { edits, findings } of patchesOf(before.findings)) {
      const carriers = findings.map(identity)
      const after = patched(files, edits)
      expect(changedFiles(files, after), `${carriers[0]}: the patch changes something`).not.toEqual([])
      const report = await lintFiles(after)
      const left = identities(report)
      expect(
        carriers.filter((carrier) => left.includes(carrier)),
        'what it is for is gone',
      ).toEqual([])
      expect(beyond(left, [...known, ...uncovered]), `${carriers[0]}: nothing new has come`).toEqual([])
      expect(beyond(complaints(report), complaints(before)), `${carriers[0]}: it can be read`).toEqual([])
      await expectFilesToParse(files, after)
    }

    for (const safety of ['safe', 'unsafe'] as const) {
      const carriers = before.findings.filter((finding) => isMade(finding, safety)).map(identity)
      if (carriers.length === 0) continue
      const { after, left, files: all } = await mended(files, safety)
      const remaining = identities(after)
      expect(
        carriers.filter((carrier) => remaining.includes(carrier)),
        `${safety}: all are gone`,
      ).toEqual([])
      expect(beyond(remaining, [...known, ...uncovered]), `${safety}: nothing new has come`).toEqual([])
      expect(beyond(complaints(after), complaints(before)), `${safety}: it can be read`).toEqual([])
      expect(left, `${safety}: nothing is left for another run`).toEqual([])
      const again = await mended(all, safety)
      expect(changedFiles(all, again.files), `${safety}: a second run changes nothing`).toEqual([])
      await expectFilesToParse(files, all)
    }
  })
})
