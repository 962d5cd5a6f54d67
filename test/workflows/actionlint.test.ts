/** `.ci/tools/install` brings actionlint where Go is at hand; without it, these are skipped. */
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { workflowText } from '../../src/cli/init/workflow-template.js'
import { exampleWorkflows, ourWorkflows, read, readmeWorkflows, root } from './documents.js'

const [version = ''] = /(?<=^actionlint=)v[\d.]+$/m.exec(read('.ci/tools/install')) ?? []
const installed = `${root}build/tools/actionlint-${version}/actionlint`

/** Without shellcheck and pyflakes, which would be asked wherever they happen to be. */
const actionlint = (args: readonly string[], input?: string) =>
  spawnSync(installed, ['-no-color', '-shellcheck=', '-pyflakes=', ...args], { cwd: root, encoding: 'utf8', input })

const hasActionlint = actionlint(['-version']).status === 0

const CLEAN = { status: 0, stdout: '', stderr: '' }

describe.skipIf(!hasActionlint)('actionlint', () => {
  it.each([...ourWorkflows, ...exampleWorkflows])('has nothing to say of %s', (path) => {
    expect(actionlint([path])).toMatchObject(CLEAN)
  })

  it.each([
    ['of the whole repository', undefined],
    ['of a directory', "it's ${{ secrets.ALL }}"],
  ])('has nothing to say of what init --workflow writes, %s', (_, directory) => {
    expect(actionlint(['-'], workflowText(directory))).toMatchObject(CLEAN)
  })

  it('has nothing to say of what the README shows', () => {
    expect(readmeWorkflows.length).toBeGreaterThan(1)
    for (const text of readmeWorkflows) expect(actionlint(['-'], text)).toMatchObject(CLEAN)
  })

  it('knows the inputs of our own action', () => {
    const text = read('.github/workflows/own-action.yml').replace('fail-on: never', 'fail-never: true')
    const { status, stdout } = actionlint(['-stdin-filename', '.github/workflows/own-action.yml', '-'], text)
    expect(stdout).toContain('input "fail-never" is not defined in action')
    expect(status).toBe(1)
  })

  it('knows what may be in a script', () => {
    const text = read('.github/workflows/release.yml').replace(
      'npm pack',
      'echo ${{ github.event.head_commit.message }}',
    )
    expect(actionlint(['-'], text).stdout).toContain('potentially untrusted')
  })
})
