/** HashiCorp's own parser, by way of hcl2json, is the oracle: it and ours must see the same trees. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { globSync } from 'glob'
import { describe, expect, test } from 'vitest'
import { parseNative } from '../../src/hcl/index.js'
import { decodeSource, SourceFile } from '../../src/source/source-file.js'
import { program, slipped } from './generator.js'
import { askHcl2json, shapeOf } from './hcl2json.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

const compare = async (source: SourceFile): Promise<void> => {
  const answer = await askHcl2json(source.text)
  const file = parseNative(source)
  const ours = file.diagnostics.length === 0 ? shapeOf(file) : `refused: ${file.diagnostics[0]?.message}`
  if (answer.kind === 'refused') expect(ours, answer.message).toMatch(/^refused/)
  else if (answer.kind === 'tree') expect(ours).toBe(answer.tree)
  else expect(ours).not.toMatch(/^refused/)
}

const files = (pattern: string): readonly string[] => globSync(pattern, { cwd: root }).sort()

describe('files', () => {
  test.each(files('test/hcl/samples/*.tf'))('%s', (path) => compare(decodeSource(path, readFileSync(root + path))))

  test.runIf(existsSync(`${root}fixtures`))('all of fixtures/', async () => {
    for (const path of files('fixtures/**/*.{tf,tofu}')) {
      const source = decodeSource(path, readFileSync(root + path))
      if (source.faithful) await compare(source)
    }
  })
})

const seeded = { seed: 20_240_817, numRuns: 1_000 }

test('generated programs have the same tree', async () => {
  await fc.assert(
    fc.asyncProperty(program, (text) => compare(new SourceFile('x.tf', text))),
    seeded,
  )
}, 120_000)

test('programs with slips are refused by both or have the same tree', async () => {
  await fc.assert(
    fc.asyncProperty(slipped, (text) => compare(new SourceFile('x.tf', text))),
    seeded,
  )
}, 120_000)
