/** What npm does with a clone of this repository, as for the hook: the less, the sooner it is installed. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { root } from '../cli/built.js'

const json = (path: string): Readonly<Record<string, Readonly<Record<string, unknown>>>> =>
  JSON.parse(readFileSync(`${root}${path}`, 'utf8'))

// https://docs.npmjs.com/cli/v11/commands/npm-install: a clone with one of these scripts is installed with all that builds it first.
it('installs a clone without what builds it', () => {
  const scripts = Object.keys(json('package.json').scripts ?? {})
  expect(scripts).toContain('dist')
  const prepared = [
    'preinstall',
    'install',
    'postinstall',
    'prepack',
    'prepare',
    'build',
    'prepublish',
    'prepublishOnly',
  ]
  expect(scripts.filter((name) => prepared.includes(name))).toEqual([])
})

it('runs no scripts of what it depends on, where pre-commit installs all of it', () => {
  expect(readFileSync(`${root}.npmrc`, 'utf8').split('\n')).toContain('ignore-scripts=true')
})

it('compiles nothing for its users', () => {
  const { packages = {} } = json('package-lock.json')
  const built = Object.entries(packages).filter(([, entry]) => {
    const { dev = false, hasInstallScript = false } = entry as { dev?: boolean; hasInstallScript?: boolean }
    return hasInstallScript && !dev
  })
  expect(built).toEqual([])
})
