import { describe, expect, it } from 'vitest'
import { version } from '../../src/project.js'
import { UserError } from '../../src/source/diagnostic.js'
import { finding, plainFinding, report } from '../report/samples.js'
import { runWith } from './captured.js'

const error = finding()
const warning = plainFinding({ severity: 'warning' })
const note = plainFinding({ severity: 'note' })
const undecided = plainFinding({ severity: 'note', verdict: 'undecided', because: ['var.x has no value'] })
const unreadable = { severity: 'error', message: 'no such file', file: 'gone.tf' } as const
const odd = { severity: 'warning', message: 'odd', file: 'a.tf' } as const

it.each([
  ['exec', '\nnpx tf-das-lint --fix mends it\n'],
  ['run', '\ntf-das-lint --fix mends it\n'],
])('names a command that is at hand (npm_command=%s)', async (npmCommand, expected) => {
  const stdout = async (...argv: readonly string[]): Promise<string> =>
    (await runWith(report({ findings: [error] }), argv, { environment: { npm_command: npmCommand } })).stdout
  expect(await stdout()).toContain(expected)
  expect(await stdout('--format', 'markdown')).toContain(`; ${expected.trim()}\n`)
})

describe('the exit code', () => {
  it.each([
    [[], {}, 0],
    [[], { findings: [error] }, 1],
    [[], { findings: [warning] }, 1],
    [[], { findings: [note] }, 0],
    [[], { findings: [undecided] }, 0],
    [['--fail-on', 'error'], { findings: [warning] }, 0],
    [['--fail-on', 'error'], { findings: [error] }, 1],
    [['--fail-on=note'], { findings: [note] }, 1],
    [['--fail-on', 'never'], { findings: [error] }, 0],
    [['--fail-on', 'never'], { findings: [error], diagnostics: [unreadable] }, 2],
    [[], { findings: [error], diagnostics: [unreadable] }, 2],
    [[], { diagnostics: [odd] }, 0],
    [['--strict'], { findings: [undecided] }, 1],
    [['--strict', '--fail-on', 'error'], { findings: [undecided] }, 1],
    [['--strict', '--fail-on', 'never'], { findings: [undecided] }, 0],
    [['--strict'], { findings: [note] }, 0],
  ])('of %j and %o is %i', async (argv, parts, code) => {
    expect((await runWith(report(parts), argv)).code).toBe(code)
  })

  it('of unreadable input still comes with what was found', async () => {
    const { stdout, stderr } = await runWith(report({ findings: [error], diagnostics: [unreadable] }), [])
    expect(stdout).toContain('error[invalid-kms-key-id]')
    expect(stderr).toBe('error: no such file\n --> gone.tf\n\n')
  })
})

describe('what is asked of the engine', () => {
  const asked = async (...argv: readonly string[]) => (await runWith(report(), argv)).request

  it('is the working directory where no path is given', async () => {
    expect(await asked()).toMatchObject({ paths: ['.'], only: [], skip: [], variables: [] })
    expect(await asked()).not.toHaveProperty('source')
  })

  it.each([
    [['a', 'b.tf'], { paths: ['a', 'b.tf'] }],
    [['-'], { paths: ['-'] }],
    [['12', '1e3', 'true'], { paths: ['12', '1e3', 'true'] }],
    [['--', '--odd-name', '-'], { paths: ['--odd-name', '-'] }],
    [['--only', 'a,b', 'path', '--only=c'], { only: ['a', 'b', 'c'], paths: ['path'] }],
    [['--skip', 'a', 'path'], { skip: ['a'], paths: ['path'] }],
    [['--source', 'dir', 'plan.json'], { source: 'dir', paths: ['plan.json'] }],
    [['--strict', 'path'], { paths: ['path'] }],
    [['--quiet', '--stats', 'path'], { paths: ['path'] }],
    [['--format', 'patch', '--dry-run'], { paths: ['.'] }],
    [['--fix'], { paths: ['.'] }],
    [['--fix', '.'], { paths: ['.'] }],
    [['--fix', 'unsafe'], { paths: ['unsafe'] }],
    [['--fix=unsafe', 'a', 'b'], { paths: ['a', 'b'] }],
    [['--fix', 'a', '--', '--fix'], { paths: ['a', '--fix'] }],
    [['--var', 'a=1', '--fix', '--', '-'], { paths: ['-'] }],
  ])('%j', async (argv, expected) => {
    expect(await asked(...argv)).toMatchObject(expected)
  })

  it('keeps the order among variables and variable files', async () => {
    const request = await asked('--var', 'a=1', '--var-file', 'x.tfvars', 'p', '--var=b=--var', '--source', 'x')
    expect(request).toMatchObject({
      variables: [
        { kind: 'var', text: 'a=1' },
        { kind: 'var-file', path: 'x.tfvars' },
        { kind: 'var', text: 'b=--var' },
      ],
    })
  })

  it('leaves constructor and __proto__ alone', async () => {
    expect(await asked('--var', '__proto__=1', '--var', 'constructor=2', '__proto__')).toMatchObject({
      paths: ['__proto__'],
      variables: [
        { kind: 'var', text: '__proto__=1' },
        { kind: 'var', text: 'constructor=2' },
      ],
    })
  })
})

describe('a mistake on the command line', () => {
  it.each([
    [['--formt', 'json'], 'unknown option --formt\ndid you mean --format?'],
    [['-x'], 'unknown option -x'],
    [['-var', 'a=1'], 'unknown option -var\ndid you mean --var?'],
    [['--help', '--hepl'], 'unknown option --hepl\ndid you mean --help?'],
    [['--no-color'], 'unknown option --no-color'],
    [['--constructor', 'x'], 'unknown option --constructor'],
    [
      ['--format', 'jsno'],
      '--format is text, json, sarif, github, junit, gitlab, markdown, patch; not "jsno"\ndid you mean json?',
    ],
    [['--format'], '--format needs a value'],
    [['--format='], '--format needs a value'],
    [['--format', 'json', '--format', 'text'], '--format is given more than once'],
    [['--fail-on', 'info'], '--fail-on is error, warning, note, never; not "info"'],
    [['--color', 'yes'], '--color is auto, always, never; not "yes"'],
    [['--output', 'report.json'], '--output is FORMAT=FILE; not "report.json"'],
    [
      ['--output', 'xml=report.xml'],
      '--output\'s format is text, json, sarif, github, junit, gitlab, markdown, patch; not "xml"',
    ],
    [['--output', 'json=a', '--output', 'sarif=a'], 'two reports go to a'],
    [['--var', 'novalue'], '--var is NAME=VALUE; not "novalue"'],
    [['--fix=unsave'], '--fix is safe, unsafe; not "unsave"\ndid you mean unsafe?'],
    [['--fix=true', '.'], '--fix is safe, unsafe; not "true"'],
    [['--fix='], '--fix needs a value'],
    [['--fix', '--fix=unsafe'], '--fix is given more than once'],
    [['--fx'], 'unknown option --fx\ndid you mean --fix?'],
    [['--fix', '--dry-rn'], 'unknown option --dry-rn\ndid you mean --dry-run?'],
    [['--dry-run'], '--dry-run shows what --fix would do\nsuch as tf-das-lint --fix --dry-run, or --fix=unsafe'],
    [['--dry-run', '--output', 'patch=x'], '--dry-run shows what --fix would do\n'],
    [['--fix', '--write-baseline'], '--write-baseline and --fix contradict each other'],
    [['--format', 'patch', '--write-baseline'], '--write-baseline and patches contradict each other'],
    [['--output', 'patch=x', '--write-baseline'], '--write-baseline and patches contradict each other'],
    [['rules', '--fix'], 'unknown option --fix of tf-das-lint rules'],
  ])('%j is told in a sentence', async (argv, message) => {
    const { code, stdout, stderr, request } = await runWith(report(), argv)
    expect(stderr).toContain(`tf-das-lint: ${message}`)
    expect(stderr).not.toContain('    at ')
    expect({ code, stdout, request }).toEqual({ code: 2, stdout: '', request: undefined })
  })

  it('that the engine finds is told the same way', async () => {
    const { code, stderr } = await runWith(new UserError('no rule \u001b[2J', 'did you mean x?'), [])
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'tf-das-lint: no rule \\u001b[2J\ndid you mean x?\n' })
  })
})

describe('a bug', () => {
  it('keeps its stack, says where to report it, and is no verdict', async () => {
    const { code, stdout, stderr } = await runWith(new TypeError('x is undefined'), [])
    expect(code).toBe(3)
    expect(stdout).toBe('')
    expect(stderr).toContain('TypeError: x is undefined\n    at ')
    expect(stderr).toContain(`tf-das-lint ${version} has a bug: report it with the lines above at https://`)
  })
})

describe('reports', () => {
  it('go to stdout in the format asked for', async () => {
    const { stdout } = await runWith(report({ findings: [error] }), ['--format', 'json'])
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: '1' })
  })

  it('go to files too, each in its format', async () => {
    const argv = [
      '--output',
      'sarif=das.sarif',
      '--output=json=a=b.json',
      '--color',
      'always',
      '--output',
      'text=t.txt',
    ]
    const { stdout, files } = await runWith(report({ findings: [error] }), argv)
    expect(stdout).toContain('\u001b[')
    expect([...files.keys()]).toEqual(['das.sarif', 'a=b.json', 't.txt'])
    expect(JSON.parse(files.get('das.sarif') ?? '')).toMatchObject({ version: '2.1.0' })
    expect(JSON.parse(files.get('a=b.json') ?? '')).toMatchObject({ schemaVersion: '1' })
    expect(files.get('t.txt')).not.toContain('\u001b[')
  })

  it('that cannot be written are a mistake, after the report on stdout', async () => {
    const writeFile = (): void => {
      throw new UserError('cannot write x: no permission')
    }
    const { code, stdout, stderr } = await runWith(report(), ['--output', 'json=x'], { writeFile })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '1 Aurora cluster, streamed\n' })
    expect(stderr).toBe('tf-das-lint: cannot write x: no permission\n')
  })

  it('are of a category for each path', async () => {
    const id = async (...paths: readonly string[]) =>
      JSON.parse((await runWith(report(), ['--format', 'sarif', ...paths])).stdout).runs[0].automationDetails.id
    expect(await id()).toBe('tf-das-lint/')
    expect(await id('infra/prod')).toBe('tf-das-lint/infra/prod/')
    expect(await id('a', 'b', 'c', 'd', 'e', 'f')).toBe('tf-das-lint/a/b/c/d/and-2-more/')
  })
})

describe('colour', () => {
  const cases: readonly (readonly [readonly string[], Readonly<Record<string, string>>, boolean, boolean])[] = [
    [[], {}, true, true],
    [[], {}, false, false],
    [[], { NO_COLOR: '1' }, true, false],
    [[], { NO_COLOR: '' }, true, true],
    [[], { FORCE_COLOR: '1' }, false, true],
    [[], { FORCE_COLOR: '0' }, true, false],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [[], { TERM: 'dumb' }, true, false],
    [['--color', 'never'], { FORCE_COLOR: '1' }, true, false],
    [['--color', 'always'], { NO_COLOR: '1' }, false, true],
  ]
  it.each(cases)('%j with %o, terminal %s: %s', async (argv, environment, terminal, expected) => {
    const { stdout } = await runWith(report({ findings: [error] }), argv, { environment, terminal })
    expect(stdout.includes('\u001b[')).toBe(expected)
  })
})

describe('what is suppressed', () => {
  const suppressed = [{ finding: error, suppression: { kind: 'baseline', file: 'baseline.json' } }] as const

  it('does not count, and is listed where that is asked for', async () => {
    const silent = await runWith(report({ suppressed }), [])
    expect(silent.code).toBe(0)
    expect(silent.stdout).toBe('no findings, 1 suppressed; stream declared for 1 of 1 Aurora cluster\n')
    const told = await runWith(report({ suppressed }), ['--show-suppressed', '--output', 'sarif=out.sarif'])
    expect(told.code).toBe(0)
    expect(told.stdout).toContain('it was there when baseline.json was written')
    expect(told.files.get('out.sarif')).toContain('"suppressions"')
    expect((await runWith(report({ suppressed }), ['--format', 'sarif'])).stdout).not.toContain('baseline.json')
  })
})

describe('--quiet and --stats', () => {
  it('quiet prints findings alone', async () => {
    const run = await runWith(report({ diagnostics: [odd] }), ['--quiet'])
    expect(run).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })

  it('quiet still tells what could not be read', async () => {
    expect((await runWith(report({ diagnostics: [unreadable] }), ['-q'])).stderr).toContain('no such file')
  })

  it('stats go to stderr', async () => {
    const stages = [{ name: 'parse', milliseconds: 1.25 }]
    const stats = { filesRead: 2, bytesRead: 2_300, filesParsed: 1, rootModules: 1, plans: 0, absentCalls: 0, stages }
    const { stdout, stderr } = await runWith(report({ stats }), ['--stats'])
    expect(stdout).toBe('1 Aurora cluster, streamed\n')
    expect(stderr).toBe(
      'read 2 files, 2.3 kB; parsed 1\n1 root module, 0 plans\n  parse       1.3 ms\n  total       1.3 ms\n',
    )
  })
})

describe('--help and --version', () => {
  it('help names every option, fits the terminal, and is no finding', async () => {
    const { code, stdout, stderr } = await runWith(report(), ['--help', 'path'], { columns: 80 })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const option of ['--format', '--output', '--only', '--skip', '--fail-on', '--strict', '--var', '--var-file']) {
      expect(stdout).toContain(` ${option} `)
    }
    expect(stdout).toContain('-h, --help')
    expect(stdout).toContain('-V, --version')
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it('version is the version alone', async () => {
    expect(await runWith(report(), ['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` })
    expect(await runWith(report(), ['-V'])).toMatchObject({ code: 0, stdout: `${version}\n` })
  })
})
