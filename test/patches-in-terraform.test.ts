/**
 * What Terraform itself makes of patched configurations: they are formatted as before, valid as before, and its plan shows what the
 * patches are for.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lintFiles } from './lint/in-memory.js'
import { type Given, given, mended, patchesOf } from './mended.js'
import { changedFiles, type Files, patched } from './patched.js'
import { hasTerraform, unformatted } from './real-terraform.js'

const workspace = mkdtempSync(join(tmpdir(), 'tf-das-lint-patches-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

const plant = (directory: string, files: Files): void => {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), bytes)
  }
}

interface Changed {
  /** Of the case and the patch. */
  readonly name: string
  readonly before: Files
  readonly after: Files
}

/** What each patch makes of a case by itself, and what all of them do together. */
const changesOf = async (group: string, { name, files }: Given): Promise<readonly Changed[]> => {
  const { findings } = await lintFiles(files)
  const patches = patchesOf(findings)
  if (patches.length === 0) return []
  const alone = patches.map(({ edits }, at) => ({
    name: `${group}/${name} patch ${at + 1}`,
    before: files,
    after: patched(files, edits),
  }))
  return [...alone, { name: `${group}/${name} all`, before: files, after: (await mended(files, 'unsafe')).files }]
}

describe.skipIf(!hasTerraform)('with Terraform', () => {
  let changes: readonly Changed[] = []

  beforeAll(async () => {
    const all = given.flatMap(([group, cases]) => cases.map((one) => [group, one] as const))
    changes = (await Promise.all(all.map(([group, one]) => changesOf(group, one)))).flat()
  })

  test('terraform fmt has nothing to say of a patched file that it had nothing to say of before', () => {
    const names = new Map<string, string>()
    const before = mkdtempSync(join(workspace, 'before-'))
    const after = mkdtempSync(join(workspace, 'after-'))
    for (const [at, change] of changes.entries()) {
      for (const path of changedFiles(change.before, change.after)) {
        const place = `${at}/${path}`
        names.set(place, change.name)
        plant(before, { [place]: change.before[path] ?? new Uint8Array() })
        plant(after, { [place]: change.after[path] ?? new Uint8Array() })
      }
    }
    const known = new Set(unformatted(before))
    const worse = unformatted(after).filter((place) => !known.has(place))
    expect(worse.map((place) => `${names.get(place)}: ${place}`)).toEqual([])
  })
})
