/** What patches make of all that there is to try them on: the fixtures, and the samples that the pages say to avoid. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rules } from '../rules/index.js'
import type { Edit, Finding, Fix } from '../src/finding.js'
import { mend } from '../src/fix/index.js'
import { lint } from '../src/program.js'
import { casesIn, filesOf, fixtures } from './cases.js'
import { type Files, signature } from './patched.js'
import { memoryFileSystem } from './terraform/load/memory-file-system.js'

export interface Given {
  readonly name: string
  readonly files: Files
}

const sampleOf = (id: string): Given => {
  const page = readFileSync(join(import.meta.dirname, '..', 'rules', id, 'README.md'), 'utf8')
  const text = /^## Avoid\n+```hcl\n(.*?)```/ms.exec(page)?.[1] ?? ''
  return { name: id, files: { 'main.tf': Buffer.from(text) } }
}

const casesOf = (folder: string): readonly Given[] =>
  casesIn(join(fixtures, folder)).map(({ name, path }) => ({ name, files: filesOf(path) }))

const ids = rules.map(({ metadata }) => metadata.id)

export const given: readonly (readonly [string, readonly Given[]])[] = [
  ...ids.map((id) => [`fixtures/rules/${id}`, casesOf(join('rules', id))] as const),
  ['fixtures/awkward', casesOf('awkward')],
  ['fixtures/sample', [{ name: 'main.tf', files: filesOf(join(fixtures, 'sample')) }]],
  ['what a page says to avoid', ids.map(sampleOf)],
]

export interface Patch {
  readonly edits: readonly Edit[]
  /** All that carry it. */
  readonly findings: readonly Finding[]
}

/** The same patch for several findings is one. */
export const patchesOf = (findings: readonly Finding[]): readonly Patch[] => {
  const patches = new Map<string, Patch>()
  for (const finding of findings) {
    if (!finding.fix) continue
    const { edits } = finding.fix
    const key = signature(edits)
    patches.set(key, { edits, findings: [...(patches.get(key)?.findings ?? []), finding] })
  }
  return [...patches.values()]
}

/** What may be right as it is, is shown with its patch and left alone by `--fix`. */
export const isMade = ({ fix, verdict }: Finding, safety: Fix['safety']): boolean =>
  fix !== undefined && verdict === 'violation' && (safety === 'unsafe' || fix.safety === 'safe')

/** What `--fix` does: all patches of a grade together, until nothing changes. */
export const mended = async (files: Files, safety: Fix['safety']) => {
  const fileSystem = memoryFileSystem(files)
  const result = await mend(lint, { safety, paths: ['.'], fileSystem, environment: new Map(), variables: [] })
  const texts = result.changes.map(({ path, after }) => [path, Buffer.from(after)] as const)
  const after: Files = { ...files, ...Object.fromEntries(texts) }
  return { ...result, files: after }
}
