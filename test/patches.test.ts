/**
 * Every patch of every fixture and of every sample that a page says to avoid, alone and together with the others: what it is for
 * is gone, nothing new has come, all other bytes are as they were, and the file is one that Terraform's own parser takes.
 *
 * Nothing is written: a case is linted in memory, before and after. What a patch makes of the bytes is worked out here (`patched`),
 * not by the code that writes files.
 */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesOf, fixtures } from './cases.js'
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

/** A finding that is only there once another one's patch is made. */
interface Uncovered {
  readonly group: string
  readonly name: string
  /** As `identity` shows it. */
  readonly finding: string
  readonly because: string
}

const UNCOVERED: readonly Uncovered[] = []

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
    const uncovered = UNCOVERED.filter((one) => one.group === group && one.name === name).map(({ finding }) => finding)
    const brought = new Set<string>()

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
      const fresh = beyond(left, known)
      for (const finding of fresh) brought.add(finding)
      expect(beyond(fresh, uncovered), `${carriers[0]}: nothing new has come`).toEqual([])
      expect(beyond(complaints(report), complaints(before)), `${carriers[0]}: it can be read`).toEqual([])
      await expectFilesToParse(files, after)
    }
    expect([...brought].sort(), 'what is said to be uncovered is').toEqual([...uncovered].sort())

    for (const safety of ['safe', 'unsafe'] as const) {
      const carriers = before.findings.filter((finding) => isMade(finding, safety)).map(identity)
      if (carriers.length === 0) continue
      const { after, left, files: all } = await mended(files, safety)
      const remaining = identities(after)
      expect(
        carriers.filter((carrier) => remaining.includes(carrier)),
        `${safety}: all are gone`,
      ).toEqual([])
      expect(beyond(remaining, known), `${safety}: nothing new has come`).toEqual([])
      expect(beyond(complaints(after), complaints(before)), `${safety}: it can be read`).toEqual([])
      expect(left, `${safety}: nothing is left for another run`).toEqual([])
      const again = await mended(all, safety)
      expect(changedFiles(all, again.files), `${safety}: a second run changes nothing`).toEqual([])
      await expectFilesToParse(files, all)
    }
  })
})

test('the sample is clean after all of its patches, in which six lines are not as they were', async () => {
  const files = filesOf(join(fixtures, 'sample'))
  const { after, files: all } = await mended(files, 'unsafe')
  expect(after.findings).toEqual([])
  expect(after.diagnostics).toEqual([])
  const linesOf = ({ 'main.tf': bytes = new Uint8Array() }: Files): readonly string[] =>
    Buffer.from(bytes).toString().split('\n')
  expect(beyond(linesOf(all), linesOf(files))).toEqual([
    '  engine_version     = "5.7.mysql_aurora.2.11.2"',
    '  database_name               = "db_name"',
    '  master_username             = "db_user"',
    '  instance_class     = "db.r5.large"',
    '  kms_key_id   = aws_kms_key.database-audit.key_id',
  ])
  expect(beyond(linesOf(files), linesOf(all))).toEqual([
    '  engine_version     = "5.7.mysql_aurora.2.10.5"',
    '  availability_zones = local.zones',
    '  database_name               = "[db-name]"',
    '  master_username             = "[db-user]"',
    '  instance_class     = "db.m5d.large"',
    '  kms_key_id   = "aws_kms_key.database-audit.arn"',
  ])
})
