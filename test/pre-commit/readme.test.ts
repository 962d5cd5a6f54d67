/** What the README says of the hooks, and what init writes, as pre-commit and the manifest have it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { hookText } from '../../src/cli/init/hook-template.js'
import { root } from '../cli/built.js'
import { hasPreCommit, preCommit } from './repository.js'

const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8')
const [section = ''] =
  read('README.md')
    .split(/^## pre-commit$/m)[1]
    ?.split(/^## /m) ?? []
const [hook = '', plan = '', local = ''] = [...section.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = '']) => text)
const manifest: readonly Readonly<Record<string, unknown>>[] = parse(read('.pre-commit-hooks.yaml'))

describe('the README', () => {
  it('lists the hooks that there are', () => {
    expect([...section.matchAll(/^\| `(\S+)` \|/gm)].map(([, id]) => id)).toEqual(manifest.map(({ id }) => id))
  })

  it('repeats the hook for those who take the package', () => {
    const [{ hooks }] = parse(local)
    const { additional_dependencies: _, ...told } = hooks[0]
    expect(manifest[0]).toMatchObject(told)
  })

  it('begins with three lines', () => {
    expect(hook.trimEnd().split('\n')).toHaveLength(3)
  })
})

describe.skipIf(!hasPreCommit)('pre-commit takes', () => {
  let directory: string
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'pre-commit-config-'))
  })
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  it.each([
    ['the hook of the README', `repos:\n${hook}`],
    ['that of a plan', `repos:\n${hook.replace(/hooks: .*/, 'hooks:')}${plan}`],
    ['that of the package', `repos:\n${local}`],
    ['what init writes', hookText(undefined)],
    ['what init writes for a config of another name', hookText('a b/it\'s: "c".yaml')],
  ])('%s', (_, text) => {
    const file = join(directory, 'config.yaml')
    writeFileSync(file, text)
    const { status, stdout, stderr } = spawnSync(preCommit, ['validate-config', file], { encoding: 'utf8' })
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})
