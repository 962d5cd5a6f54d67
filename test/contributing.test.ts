/** The rule that CONTRIBUTING.md makes in ten minutes, taken from there to the letter. */
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { transform } from 'esbuild'
import { describe, expect, it } from 'vitest'
import type { Location } from '../src/finding.js'
import { lintWith } from '../src/lint/lint.js'
import type { Check } from '../src/rule.js'
import type { RuleMetadata } from '../src/rule-metadata.js'
import { memoryFileSystem } from './terraform/load/memory-file-system.js'

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
const contributing = read('CONTRIBUTING.md')

/** The only fenced code of a language; it is indented, being in a list. */
const sample = (language: string): string => {
  const [found, ...others] = [
    ...contributing.matchAll(new RegExp(`^   \`\`\`${language}\n([\\s\\S]*?)^   \`\`\``, 'gm')),
  ]
  expect(others).toEqual([])
  return (found?.[1] ?? '').replaceAll(/^ {3}/gm, '')
}

const off = sample('hcl')
const metadata = (): RuleMetadata => JSON.parse(sample('json'))

const lintSample = async (text: string) => {
  const { code } = await transform(sample('ts'), { loader: 'ts' })
  const { check }: { readonly check: Check } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  return lintWith([{ metadata: metadata(), check }], {
    paths: ['.'],
    fileSystem: memoryFileSystem({ 'main.tf': text }),
    environment: new Map(),
    variables: [],
  })
}

/** From 0. */
const lineOf = (location: Location): number =>
  location.kind === 'source' ? location.source.text.slice(0, location.span.start).split('\n').length - 1 : -1

describe('a rule in ten minutes', () => {
  it('has metadata as the schema asks for', () => {
    const validate = new Ajv().compile(JSON.parse(read('schemas/rule.schema.json')))
    validate(metadata())
    expect(validate.errors).toBeNull()
  })

  it('fires on the line that its case says', async () => {
    const { findings } = await lintSample(off)
    const lines = off.split('\n')
    const expected = lines.filter((line) => line.endsWith(`# expect: ${metadata().id}`))
    expect(expected).toHaveLength(1)
    expect(findings.map(({ rule, location }) => [rule, location && lines[lineOf(location)]])).toEqual([
      [metadata().id, expected[0]],
    ])
  })

  it('is silent where its case has nothing wrong', async () => {
    const on = off.replace('deletion_protection = false', 'deletion_protection = true')
    expect(on).not.toBe(off)
    expect((await lintSample(on)).findings).toEqual([])
  })

  it('names files and scripts that there are', () => {
    for (const [, path = ''] of contributing.matchAll(/\]\(((?!https:)[^)#]+)\)/g))
      expect(() => read(path), path).not.toThrow(/ENOENT/)
    const { scripts } = JSON.parse(read('package.json'))
    for (const [, script = ''] of contributing.matchAll(/npm run ([a-z]+)/g)) expect(scripts).toHaveProperty(script)
    for (const [, path = ''] of contributing.matchAll(/node (\.ci\/\S+\.mjs)/g)) expect(read(path)).not.toBe('')
    for (const [, path = ''] of contributing.matchAll(/(test\/[\w/-]+\.test\.ts)/g)) expect(read(path)).not.toBe('')
  })
})
