import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { contents, headings, output, shown, shownContents, shownTables, tables } from '../.ci/readme.mjs'
import { allOptions, outputFormats } from '../src/cli/options.js'
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

  it('lists the inputs and the outputs of the Action', () => {
    expect(shownTables().inputs).toBe(tables().inputs)
    expect(shownTables().outputs).toBe(tables().outputs)
    const names = (table: string) => [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name)
    const { inputs, outputs } = parse(read('action.yml'))
    expect(names(tables().inputs)).toEqual(Object.keys(inputs))
    expect(names(tables().outputs)).toEqual(Object.keys(outputs))
  })

  it('gives the Action inputs that it has, and asks it for outputs that it has', () => {
    const { inputs, outputs } = parse(read('action.yml'))
    const workflow = [...readme.matchAll(/^```yaml\n(.*?)^```/gms)]
      .map(([, text = '']) => text)
      .find((text) => text.includes('id: das'))
    const { jobs } = parse(workflow ?? '')
    const step = Object.values<{ steps: { id?: string; with: object }[] }>(jobs).flatMap(({ steps }) => steps)
    expect(Object.keys(inputs)).toEqual(
      expect.arrayContaining(step.filter(({ id }) => id === 'das').flatMap((each) => Object.keys(each.with))),
    )
    const asked = [...(workflow ?? '').matchAll(/steps\.das\.outputs\.([\w-]+)/g)].map(([, name]) => name)
    expect(asked.length).toBeGreaterThan(0)
    expect(Object.keys(outputs)).toEqual(expect.arrayContaining(asked))
  })

  it('hands code scanning the branch to compare with, and nothing from forks', () => {
    const workflow = [...readme.matchAll(/^```yaml\n(.*?)^```/gms)]
      .map(([, text = '']) => text)
      .find((text) => text.includes('upload-sarif@'))
    const { on, jobs } = parse(workflow ?? '')
    expect(on).toEqual({ pull_request: null, push: { branches: ['main'] } })
    const steps = Object.values<{ steps: { uses: string; if?: string }[] }>(jobs).flatMap((job) => job.steps)
    // On a push there is no pull request, whose repository would be compared.
    expect(steps.find(({ uses }) => uses.includes('upload-sarif@'))?.if).toBe(
      'always() && steps.das.outputs.sarif-file && ' +
        "(github.event_name == 'push' || github.event.pull_request.head.repo.full_name == github.repository)",
    )
  })

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json'))
    for (const [, script] of readme.matchAll(/npm (?:ci && npm )?(?:run )?(start|test|check|dist|bench|compare)\b/g)) {
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

  it('lists its contents, each once', () => {
    expect(shownContents()).toBe(contents())
    expect(contents().split('\n').length).toBeGreaterThan(10)
    const anchors = headings().map(({ anchor }) => anchor)
    expect(anchors).toEqual([...new Set(anchors)])
  })

  it('links to headings that exist', () => {
    const anchors = headings().map(({ anchor }) => anchor)
    const linked = [...readme.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor)
    expect(anchors).toEqual(expect.arrayContaining(linked))
  })

  it('compares with other tools as was measured', () => {
    expect(shownTables().compare).toBe(tables().compare)
  })

  it('offers, of this version, a hook that exists and the action, in three and six lines', () => {
    const [hook, workflow] = [...readme.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text = '']) => text)
    expect(hook?.trimEnd().split('\n')).toHaveLength(3)
    expect(workflow?.trimEnd().split('\n')).toHaveLength(6)
    const [entry] = parse(hook ?? '')
    const { name, version, repository } = JSON.parse(read('package.json'))
    const url = repository.url.replace(/^git\+|\.git$/g, '')
    expect(entry).toEqual({ repo: url, rev: `v${version}`, hooks: [{ id: name }] })
    expect(parse(read('.pre-commit-hooks.yaml'))).toContainEqual(expect.objectContaining({ id: name }))
    const { on, jobs } = parse(workflow ?? '')
    expect(on).toBe('pull_request')
    expect(jobs[name].steps).toEqual([
      { uses: expect.stringMatching(/^actions\/checkout@v\d+$/) },
      { uses: `${url.replace('https://github.com/', '')}@v${version.split('.')[0]}` },
    ])
  })

  it('lists the formats that there are', () => {
    const [table = ''] = /^\| format \| for \|\n.*?^$/ms.exec(readme) ?? []
    expect([...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, format]) => format)).toEqual([...outputFormats])
  })

  it('names options that exist, by themselves and behind the command', () => {
    const behind = readme.matchAll(/\btf-das-lint [^`\n#|]*?(--[a-z-]+)/g)
    const alone = readme.matchAll(/`(--[a-z-]+)[`= ]/g)
    const known = Object.keys(allOptions).map((option) => `--${option}`)
    for (const [, option] of [...behind, ...alone]) expect(known).toContain(option)
  })

  it('shows the picture of a terminal first', () => {
    expect(/!\[[^\]]+\]\(([^)]+)\)/.exec(readme)?.[1]).toBe('.github/terminal.svg')
  })

  it('links to files that exist', () => {
    for (const [, target = ''] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      expect(existsSync(new URL(`../${target}`, import.meta.url)), target).toBe(true)
    }
  })
})
