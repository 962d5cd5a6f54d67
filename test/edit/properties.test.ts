import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isUnmended } from '../../src/edit/index.js'
import { askHcl2json, shapeOf } from '../hcl/hcl2json.js'
import { hasTerraform } from '../real-terraform.js'
import { apply, nativeFile, placeIn } from './edited.js'
import { file, operations } from './generator.js'

const SEED = 20261122

const VARIANTS = [(text: string) => text, (text: string) => text.replaceAll('\n', '\r\n')] as const

interface Edited {
  readonly name: string
  readonly before: string
  readonly after: string
}

const everythingDoneTo = (text: string, at: number): readonly Edited[] => {
  const parsed = nativeFile(text)
  expect(parsed.diagnostics).toEqual([])
  const place = placeIn(parsed, 'main')
  return operations(at).flatMap(({ name, on }) => {
    const change = on(place)
    return change && !isUnmended(change) ? [{ name, before: text, after: apply(text, change.edits) }] : []
  })
}

const commentsIn = (text: string): readonly string[] => {
  const { source, comments } = nativeFile(text)
  return comments.map(({ span }) => source.slice(span)).sort()
}

const attributesIn = (text: string): ReadonlyMap<string, string> => {
  const { source, body } = nativeFile(text)
  const main = body.blocks.find(({ labels }) => labels.at(-1)?.value === 'main')
  return new Map(
    [...(main?.body.attributes.values() ?? [])].map(({ name, expression }) => [name, source.slice(expression.span)]),
  )
}

/** Names whose value is not what it was. */
const changedIn = ({ before, after }: Edited): readonly string[] => {
  const [old, now] = [attributesIn(before), attributesIn(after)]
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name))
}

describe('whatever is done to a block', () => {
  test('it can be read afterwards, has its comments, and little else is different', () => {
    fc.assert(
      fc.property(file, fc.nat(7), fc.constantFrom(...VARIANTS), (text, at, variant) => {
        for (const edited of everythingDoneTo(variant(text), at)) {
          const { name, before, after } = edited
          expect(nativeFile(after).diagnostics, name).toEqual([])
          if (name === 'without the block') continue
          const most = name === 'arguments of all kinds' ? 4 : 2
          expect(changedIn(edited).length, name).toBeLessThanOrEqual(most)
          // What stood within the value or the block that is gone is gone with it.
          if (!/value|without/.test(name)) expect(commentsIn(after), name).toEqual(commentsIn(before))
          if (variant === VARIANTS[1] && before.includes('\n')) expect(after, name).not.toMatch(/[^\r]\n/)
        }
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  test('no two empty lines follow each other where none did before', () => {
    fc.assert(
      fc.property(file, fc.nat(7), (text, at) => {
        fc.pre(!/\n\n\n/.test(text))
        for (const { name, after } of everythingDoneTo(text, at)) expect(after, name).not.toMatch(/\n\n\n/)
      }),
      { seed: SEED, numRuns: 200 },
    )
  })

  test("HashiCorp's parser reads the same as ours", async () => {
    const samples = fc.sample(fc.tuple(file, fc.nat(7)), { seed: SEED, numRuns: 12 })
    for (const { name, after } of samples.flatMap(([text, at]) => everythingDoneTo(text, at))) {
      const answer = await askHcl2json(after)
      if (answer.kind !== 'inexpressible')
        expect(answer, `${name}: ${after}`).toEqual({ kind: 'tree', tree: shapeOf(nativeFile(after)) })
    }
  })
})

test.skipIf(!hasTerraform)(
  'terraform fmt changes nothing of what it has formatted before',
  () => {
    const directory = mkdtempSync(join(tmpdir(), 'edit-'))
    const fmt = (folder: string, ...options: readonly string[]): string => {
      const run = spawnSync('terraform', ['fmt', '-no-color', ...options, folder], { encoding: 'utf8' })
      if (run.status !== 0 && run.status !== 3) throw new Error(run.stderr)
      return run.stdout
    }
    try {
      const plain = join(directory, 'plain')
      mkdirSync(plain)
      const samples = fc.sample(fc.tuple(file, fc.nat(7)), { seed: SEED, numRuns: 150 })
      for (const [at, [text]] of samples.entries()) writeFileSync(join(plain, `${at}.tf`), text)
      fmt(plain)
      const edited = join(directory, 'edited')
      mkdirSync(edited)
      for (const [at, [, chosen]] of samples.entries()) {
        for (const { name, after } of everythingDoneTo(readFileSync(join(plain, `${at}.tf`), 'utf8'), chosen))
          writeFileSync(join(edited, `${at} ${name}.tf`), after)
      }
      expect(fmt(edited, '-check', '-diff')).toBe('')
    } finally {
      rmSync(directory, { recursive: true })
    }
  },
  60_000,
)
