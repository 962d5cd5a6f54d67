import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { output, shown, shownTables, tables } from '../.ci/readme.mjs'
import { rules } from '../src/program.js'

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
const readme = read('README.md')

describe('the README', () => {
  it('shows what the command says of the sample', () => {
    expect(shown().map(({ command }) => command)).toContain(
      'node dist/bin.cjs fixtures/sample --only invalid-kms-key-id --fail-on never',
    )
  })

  it('shows what all patches make of the sample, and that nothing is left then', () => {
    const command = 'node dist/bin.cjs fixtures/sample --fix=unsafe --dry-run --fail-on never'
    const patched = shown().find((each) => each.command === command)?.output ?? ''
    expect(patched).toMatch(/^--- a\/fixtures\/sample\/main\.tf\n\+\+\+ b\/fixtures\/sample\/main\.tf\n/)
    expect(patched).toMatch(/\n\n1 Aurora cluster, streamed\n$/)
  })

  it.each(shown())('shows the output of $command as it is', ({ command, output: expected }) => {
    expect(output(command)).toBe(expected)
  })

  it('lists the rules that there are', () => {
    expect(shownTables().rules).toBe(tables().rules)
    const rows = tables().rules.split('\n').slice(2, -1)
    expect(rows.map((row) => /^\| \[([^\]]+)\]\((\S+)\) \| (\w+) \| (only)? \| /.exec(row)?.slice(1))).toEqual(
      rules.map(({ id, severity, planOnly }) => [id, `rules/${id}/README.md`, severity, planOnly ? 'only' : undefined]),
    )
  })

  it('says which rules yield', () => {
    expect(shownTables().yields).toBe(tables().yields)
    const yields = tables()
      .yields.split('\n')
      .flatMap((row) => {
        const [stronger, ...silent] = [...row.matchAll(/\[([^\]]+)\]/g)].map(([, id]) => id)
        return silent.map((id) => `${id} yields to ${stronger}`)
      })
    const expected = rules.flatMap(({ id, yieldsTo }) => yieldsTo.map((stronger) => `${id} yields to ${stronger}`))
    expect(yields.sort()).toEqual(expected.sort())
  })

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json'))
    for (const [, script] of readme.matchAll(/npm (?:ci && npm )?(?:run )?(start|test|check|build|bench)\b/g)) {
      expect(scripts).toHaveProperty(script ?? '')
    }
    expect(readme).toContain('npm ci && npm start\n')
    expect(readme).toContain('npm ci && npm test\n')
  })

  it('starts with the sample, and does not fail for its findings', () => {
    const sample = output('node dist/bin.cjs fixtures/sample --fail-on never')
    expect(sample).not.toBe('')
    expect(output('npm start --silent')).toBe(sample)
    expect(output('npm start --silent -- fixtures/sample --format json')).toContain('"schemaVersion": "1"')
  })

  it('has an example of the API that runs, and finds what the command finds', () => {
    const [, example = ''] = /```js\n([\s\S]+?)```/.exec(readme) ?? []
    mkdirSync(new URL('../build/', import.meta.url), { recursive: true })
    writeFileSync(new URL('../build/example.mjs', import.meta.url), example)
    expect(output('node build/example.mjs')).toContain('invalid-kms-key-id aws_rds_cluster_activity_stream.audit')
  })

  it('links to files that exist', () => {
    for (const [, target = ''] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      expect(existsSync(new URL(`../${target}`, import.meta.url)), target).toBe(true)
    }
  })
})
