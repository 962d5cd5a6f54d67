import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/report/reporter.js'
import { SourceFile } from '../../src/source/source-file.js'
import { NASTY, nastyFinding, nastyText, RUNS } from '../report/nasty.js'
import { readCommands } from '../report/runner.js'
import { finding, plainFinding, report } from '../report/samples.js'
import { runWith } from './captured.js'
import { runOver } from './in-process.js'

const job = { environment: { GITHUB_ACTIONS: 'true' } }
const found = report({ findings: [finding(), plainFinding({ severity: 'warning' })] })

describe('in a GitHub job without a format', () => {
  it('the text goes to stdout as it does elsewhere, and annotations to stderr', async () => {
    const elsewhere = await runWith(found, [])
    const { code, stdout, stderr } = await runWith(found, [], job)
    expect(elsewhere.stderr).toBe('')
    expect({ code, stdout }).toEqual({ code: elsewhere.code, stdout: elsewhere.stdout })
    const { commands, lines } = readCommands(stderr)
    expect(commands.map(({ name, properties }) => [name, properties.get('file'), properties.get('line')])).toEqual([
      ['error', 'main.tf', '7'],
      ['warning', 'main.tf', '7'],
    ])
    expect(lines).toEqual([])
  })

  it('further reports are written as elsewhere', async () => {
    const argv = formats.flatMap((format) => ['--output', `${format}=report.${format}`])
    const elsewhere = await runWith(found, argv)
    const { files, stderr } = await runWith(found, argv, job)
    expect([...files.keys()]).toEqual(formats.map((format) => `report.${format}`))
    expect(files).toEqual(elsewhere.files)
    expect(readCommands(stderr).commands).toHaveLength(2)
  })

  it('what could not be read is told, and annotated', async () => {
    const diagnostics = [{ severity: 'error', message: 'no such file', file: 'gone.tf' }] as const
    const { code, stderr } = await runWith(report({ diagnostics }), [], job)
    expect(code).toBe(2)
    expect(stderr).toBe(
      'error: no such file\n --> gone.tf\n\n::error file=gone.tf,line=1,endLine=1,title=tf-das-lint::no such file\n',
    )
  })

  it('nothing is said of a run that finds nothing', async () => {
    expect((await runWith(report(), [], job)).stderr).toBe('')
  })

  it('more than GitHub shows is told, but for --quiet', async () => {
    const findings = Array.from({ length: 12 }, (_, index) =>
      plainFinding({ address: `a.b${index}`, message: `${index}` }),
    )
    const { stderr } = await runWith(report({ findings }), [], job)
    expect(readCommands(stderr).commands.at(-1)).toMatchObject({
      name: 'notice',
      data: expect.stringContaining('2 errors more are in the log of the step'),
    })
    const quiet = await runWith(report({ findings }), ['--quiet'], job)
    expect(readCommands(quiet.stderr).commands).toHaveLength(12)
  })

  it.each([
    ['with --format text', ['--format', 'text'], job],
    ['with --format json', ['--format=json'], job],
    ['with --format github, on stderr', ['--format', 'github'], job],
    ['elsewhere', [], { environment: {} }],
    ['where the variable says something else', [], { environment: { GITHUB_ACTIONS: '1' } }],
  ])('there are no annotations %s', async (_, argv, circumstances) => {
    expect((await runWith(found, argv, circumstances)).stderr).toBe('')
  })

  it('no line of the log is a command of somebody else, whatever names and words hold', async () => {
    await fc.assert(
      fc.asyncProperty(nastyText, nastyText, async (nasty, other) => {
        const source = new SourceFile(`${nasty}.tf`, `# ${other}\n${nasty}\n`)
        const told = report({
          findings: [nastyFinding(nasty)],
          diagnostics: [
            { severity: 'error', message: nasty, hint: other, source, span: { start: 0, end: 1 } },
            { severity: 'error', message: other, file: nasty },
          ],
        })
        const { stdout, stderr } = await runWith(told, [], job)
        expect(readCommands(stdout).commands).toEqual([])
        expect(readCommands(stderr).commands.map(({ name }) => name)).toEqual(['error', 'error', 'error'])
      }),
      { ...RUNS, numRuns: 100 },
    )
  })
})

describe('the formats for services', () => {
  it('come all at once, of one run, in a repository-relative form', async () => {
    const files = { 'infra/main.tf': readFileSync('fixtures/sample/main.tf', 'utf8') }
    const argv = [
      'infra',
      '--format',
      'github',
      '--output',
      'junit=j.xml',
      '--output',
      'gitlab=g.json',
      '--output',
      'markdown=m.md',
    ]
    const { code, stdout, stderr, files: written } = await runOver(files, argv)
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    const { commands } = readCommands(stdout)
    expect(commands.map(({ properties }) => properties.get('file'))).toEqual(Array(6).fill('infra/main.tf'))
    expect(JSON.parse(String(written['g.json']))).toHaveLength(7)
    expect(written['j.xml']).toContain('<testsuites name="tf-das-lint" tests="')
    expect(written['m.md']).toContain('## tf-das-lint: 6 errors, 1 warning')
    expect(written['m.md']).toContain('--- a/infra/main.tf\n')
  })

  it('are made of a plan without its source', async () => {
    const plan = readFileSync('fixtures/sample/plan.json', 'utf8')
    for (const format of ['github', 'junit', 'gitlab', 'markdown']) {
      const { stdout } = await runOver({ 'out/plan.json': plan }, ['out/plan.json', '--format', format])
      expect(stdout, format).toContain('out/plan.json')
      expect(stdout, format).toContain('invalid-kms-key-id')
    }
  })

  it('keep to --quiet, --show-suppressed and --stats', async () => {
    const suppressed = NASTY.slice(0, 3).map(
      (nasty) => ({ finding: nastyFinding(nasty), suppression: { kind: 'baseline', file: 'baseline.json' } }) as const,
    )
    const told = async (format: string, ...argv: readonly string[]) =>
      (await runWith(report({ suppressed }), ['--format', format, ...argv])).stdout
    expect(await told('github', '--quiet')).toBe('')
    expect(await told('markdown', '--quiet')).toBe('')
    expect(await told('gitlab', '--show-suppressed')).toBe('[]\n')
    expect(await told('markdown', '--show-suppressed')).toContain('`baseline.json`')
    expect(await told('junit', '--show-suppressed')).toContain('<skipped type="suppressed"')
    expect(await told('junit')).not.toContain('suppressed')
    const { stdout, stderr } = await runWith(report(), ['--format', 'gitlab', '--stats'])
    expect(stdout).toBe('[]\n')
    expect(stderr).toContain('files')
  })
})
