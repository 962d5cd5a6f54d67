/** `tf-das-lint completion`: what the shells themselves make of the scripts. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../../src/cli/completion/command-line.js'
import { completionScript } from '../../src/cli/completion/script.js'
import { commands, graphFormats, listFormats, namedCommands, outputFormats, shells } from '../../src/cli/options.js'
import { rules } from '../../src/program.js'
import { report } from '../report/samples.js'
import { buildCommand, spawnCommand } from './built.js'
import { type Circumstances, runWith } from './captured.js'

type Shell = (typeof shells)[number]

const script = (shell: Shell): string => completionScript({ kind: 'completion', shell }, rules, new Map())
const ids = [...rules.map(({ id }) => id), 'unused-suppression']
const beginning = (start: string): readonly string[] => ids.filter((id) => id.startsWith(start))
const long = (command: keyof typeof commands): readonly string[] =>
  Object.keys(commands[command]).map((option) => `--${option}`)

const FILES = ['das.sarif', 'my infra/main.tf', 'infra/main.tf', 'plan:1.json']
const SHOWN = ['das.sarif', 'infra', 'my infra', 'plan:1.json']

/** What is offered behind `tf-das-lint`, without what is written already: `=`, commas, slashes. */
const cases: readonly {
  readonly typed: string
  readonly offered: readonly string[]
  /** bash is left to find them. */
  readonly areFiles?: true
}[] = [
  { typed: '', offered: [...namedCommands, ...SHOWN] },
  { typed: 'in', offered: ['init', 'infra'] },
  { typed: 'infra rul', offered: [], areFiles: true },
  { typed: 'infra ', offered: SHOWN, areFiles: true },
  { typed: '-- in', offered: ['infra'], areFiles: true },
  { typed: '--fail', offered: ['--fail-on'] },
  { typed: '--fail-on ', offered: ['error', 'warning', 'note', 'never'] },
  { typed: '--format ', offered: outputFormats },
  { typed: '--format=s', offered: ['sarif'] },
  { typed: '--format=json --fail-on=n', offered: ['note', 'never'] },
  { typed: '--color ', offered: ['auto', 'always', 'never'] },
  { typed: '--fix=', offered: ['safe', 'unsafe'] },
  { typed: '--fix=u', offered: ['unsafe'] },
  { typed: '--fix in', offered: ['init', 'infra'] },
  { typed: '--only missing', offered: beginning('missing') },
  { typed: '--only=missing', offered: beginning('missing') },
  { typed: '--skip missing-activity-stream,inv', offered: beginning('inv') },
  { typed: '--skip=missing-activity-stream,cluster-restart,inv', offered: beginning('inv') },
  { typed: '--output s', offered: ['sarif'] },
  { typed: '--output sarif=da', offered: ['das.sarif'], areFiles: true },
  { typed: '--output=sarif=da', offered: ['das.sarif'], areFiles: true },
  { typed: '--config my', offered: ['my infra'], areFiles: true },
  { typed: '--var-file=da', offered: ['das.sarif'], areFiles: true },
  { typed: '--source ', offered: ['infra', 'my infra'], areFiles: true },
  { typed: '--var ', offered: [] },
  { typed: 'rules --format ', offered: listFormats },
  { typed: '--color never rules --', offered: long('rules') },
  { typed: 'rules in', offered: [] },
  { typed: 'graph --format ', offered: graphFormats },
  { typed: 'graph --output s', offered: ['svg'] },
  { typed: 'graph in', offered: ['infra'], areFiles: true },
  { typed: 'explain un', offered: beginning('un') },
  { typed: 'explain invalid-kms-key-id region', offered: beginning('region') },
  { typed: 'explain rules cluster', offered: beginning('cluster') },
  { typed: 'init --', offered: long('init') },
  { typed: 'init in', offered: [] },
  { typed: 'completion ', offered: shells },
  { typed: 'completion f', offered: ['fish'] },
]

/** On Windows, `bash` may be that of another system. */
const has = (command: string): boolean => process.platform !== 'win32' && spawnSync(command, ['--version']).status === 0

let directory = ''
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-'))
  for (const file of FILES) {
    mkdirSync(join(directory, 'files', file, '..'), { recursive: true })
    writeFileSync(join(directory, 'files', file), '')
  }
  mkdirSync(join(directory, 'home'))
  for (const shell of shells) writeFileSync(join(directory, shell), script(shell))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** Runs a shell among the files, in an environment of its own, and returns what it prints. */
const shellOutput = (command: string, argv: readonly string[], input = ''): string => {
  const home = join(directory, 'home')
  const env = { PATH: process.env.PATH, HOME: home, ZDOTDIR: home, XDG_CONFIG_HOME: home, TERM: 'dumb', LC_ALL: 'C' }
  const cwd = join(directory, 'files')
  const { stdout, stderr, error } = spawnSync(command, argv, { cwd, env, input, encoding: 'utf8', timeout: 60_000 })
  if (error) throw error
  expect(stderr).toBe('')
  return stdout
}

/** Of what a shell offers, that which is new. */
const bare = (offered: string, typed: string): string => {
  const unescaped = offered.replace(/\\(.)/g, '$1').replace(/[/=]$/, '')
  const written = /^--[a-z-]+=/.exec(typed.split(' ').at(-1) ?? '')?.[0] ?? ''
  const value = unescaped.startsWith(written) ? unescaped.slice(written.length) : unescaped
  return value.replace(/^.*[,=]/, '')
}

/** What is offered for each line that was typed: `ask` prints `## N` and the answers, a line each. */
const answers = (output: string): readonly (readonly string[])[] =>
  output
    .split(/^## .*\n/m)
    .slice(1)
    .map((block) => block.split('\n').filter((line) => line !== ''))

const quoted = (text: string): string => `'${text}'`
const lines = cases.map(({ typed }) => quoted(`tf-das-lint ${typed}`)).join(' ')

const askBash = (): string => {
  // As bash does it: apart at blanks, and at each = and :.
  const asked = cases.map(({ typed }) => {
    const words = typed.split(' ').flatMap((word) => (word === '' ? [''] : word.split(/([=:])/).filter(Boolean)))
    return `ask tf-das-lint ${words.map(quoted).join(' ')}`
  })
  const ask = `ask() {
  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
  _tf_das_lint
  echo "## $*"
  for answer in \${COMPREPLY[@]+"\${COMPREPLY[@]}"}; do echo "$answer"; done
}`
  return shellOutput('bash', ['--noprofile', '--norc', '-u'], [`. ../bash`, ask, ...asked].join('\n'))
}

/** The two ways to have it in zsh. */
const ZSH = {
  evaluated: 'autoload -Uz compinit && compinit -u -D\neval "$(<../zsh)"',
  inPath: 'fpath=(../home/functions $fpath)\nautoload -Uz compinit && compinit -u -D',
}

/** The answers are those that go to `compadd`, on a terminal of zsh's own. */
const askZsh = (setup = ZSH.evaluated): string => {
  rmSync(join(directory, 'home/out'), { force: true })
  writeFileSync(
    join(directory, 'home/.zshrc'),
    `${setup}
compadd() {
  local -a hits
  # With -O, -A or -D, nothing is offered yet.
  if [[ " \${(j: :)@[1,(i)(-|--)]} " != *' -'[OAD]' '* ]]; then
    builtin compadd -O hits "$@"
    (($#hits)) && print -rl -- $hits >>../home/out
  fi
  builtin compadd "$@"
}
ask() {
  local line
  for line in ${lines}; do
    print -r -- "## $line" >>../home/out
    BUFFER=$line CURSOR=$#line
    zle complete-word
  done
  kill -9 $$
}
zle -N zle-line-init ask
`,
  )
  const terminal = 'zmodload zsh/zpty; zpty terminal zsh -i; while zpty -r terminal output; do :; done'
  shellOutput('zsh', ['-f', '-c', terminal])
  return readFileSync(join(directory, 'home/out'), 'utf8')
}

const askFish = (): string =>
  shellOutput('fish', [
    '--no-config',
    '-c',
    `source ../fish; for line in ${lines}; echo "## $line"; complete -C $line | string replace -r '\\t.*' ''; end`,
  ])

const asks: Readonly<Record<Shell, () => string>> = { bash: askBash, zsh: () => askZsh(), fish: askFish }

describe.each(shells)('in %s', (shell) => {
  const tries = has(shell) ? it : it.skip

  tries('the script offers what can stand there', () => {
    const offered = answers(asks[shell]())
    expect(offered).toHaveLength(cases.length)
    const seen = cases.map(({ typed }, at) => ({
      typed,
      offered: [...new Set((offered[at] ?? []).map((each) => bare(each, typed)))].sort(),
    }))
    const expected = cases.map(({ typed, offered, areFiles }) => ({
      typed,
      offered: areFiles && shell === 'bash' ? [] : [...offered].sort(),
    }))
    expect(seen).toEqual(expected)
  })
})

describe('in zsh', () => {
  const tries = has('zsh') ? it : it.skip

  tries('it is the same from a file in fpath', () => {
    mkdirSync(join(directory, 'home/functions'))
    writeFileSync(join(directory, 'home/functions/_tf-das-lint'), script('zsh'))
    expect(answers(askZsh(ZSH.inPath))).toEqual(answers(askZsh()))
  })
})

describe('in bash on a terminal', () => {
  const isThere =
    has('bash') && /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '')
  const tries = isThere ? it : it.skip

  tries('files are completed with what is needed around them', () => {
    writeFileSync(
      join(directory, 'home/bashrc'),
      `. ../bash
tf-das-lint() { printf '<%s>' "$@"; echo; }
bind 'set bell-style none'
`,
    )
    const typed: readonly (readonly [string, string])[] = [
      ['--config my\tma\t', '<--config><my infra/main.tf>'],
      ['--config=inf\tma\t', '<--config=infra/main.tf>'],
      ['--output sarif=da\t', '<--output><sarif=das.sarif>'],
      ['--output=sar\tnew', '<--output=sarif=new>'],
      ['--output=sarif=da\t', '<--output=sarif=das.sarif>'],
      ['--source my\t', '<--source><my infra/>'],
      ['--source d\t', '<--source><d>'],
      ['--forma\tjso\t', '<--format><json>'],
      ['--format=jso\t', '<--format=json>'],
      ['--fix=u\t --only=missing-a\t', '<--fix=unsafe><--only=missing-activity-stream>'],
      ['pl\t', '<plan:1.json>'],
      ['my\tma\t', '<my infra/main.tf>'],
      ['expl\tkin\t', '<explain><kinesis-stream-name>'],
      ['comp\tf\t', '<completion><fish>'],
    ]
    const input = `${typed.map(([line]) => `tf-das-lint ${line}\n`).join('')}exit\n`
    const bash = `bash --noprofile --rcfile ../home/bashrc -i`
    const seen = shellOutput('script', ['-qec', bash, '/dev/null'], input)
    expect(seen.split(/\r?\n/).filter((line) => /^<.*>$/.test(line))).toEqual(typed.map(([, given]) => given))
  })
})

describe('the scripts', () => {
  it('know what each value can be, but for those that nobody knows', () => {
    const unknown = commandLine(rules).commands.flatMap(({ name, options }) =>
      options.flatMap(({ name: option, value }) => (value.kind === 'text' ? [`${name} --${option}`] : [])),
    )
    expect(new Set(unknown.map((each) => each.replace(/^\S+ /, '')))).toEqual(new Set(['--var']))
  })

  it.each(shells)('start no process of ours: that of %s', (shell) => {
    expect(script(shell)).not.toMatch(/(?:\$\(|`|\(|^\s*|\|\s*)(?:tf-das-lint|node)\s/m)
  })
})

describe('the command', () => {
  const run = (argv: readonly string[], circumstances?: Circumstances) =>
    runWith(report(), ['completion', ...argv], circumstances)

  it.each(shells)('prints the script of %s, by its name or that of SHELL', async (shell) => {
    const printed = { code: 0, stdout: script(shell), stderr: '' }
    expect(await run([shell])).toMatchObject(printed)
    expect(await run([], { environment: { SHELL: `/usr/local/bin/${shell}` } })).toMatchObject(printed)
    expect(await run([shell], { environment: { SHELL: '/bin/other' } })).toMatchObject(printed)
  })

  it.each([
    [[], {}, 'SHELL does not say which shell this is\nname one of bash, zsh, fish: tf-das-lint completion bash'],
    [[], { SHELL: '/bin/tcsh' }, 'there is no completion for /bin/tcsh\nname one of bash, zsh, fish'],
    [[], { SHELL: '/bin/\u001b[31m' }, 'there is no completion for /bin/\\u001b[31m\n'],
    [['zhs'], {}, 'the shell is bash, zsh, fish; not "zhs"\ndid you mean zsh?'],
    [['bash', 'zsh'], {}, 'tf-das-lint completion is for one shell; not "zsh" as well'],
    [['--format', 'json'], {}, 'unknown option --format of tf-das-lint completion'],
  ] satisfies readonly (readonly [readonly string[], Record<string, string>, string])[])(
    'refuses %j with %j',
    async (argv, environment, message) => {
      const { code, stdout, stderr } = await run(argv, { environment })
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain(message)
    },
  )

  it.each([
    [['inti'], 'there is neither a command nor a path "inti"\ndid you mean tf-das-lint init?'],
    [['compeltion', 'bash'], 'did you mean tf-das-lint completion bash?'],
  ])('is meant by %j', async (argv, message) => {
    const { code, stderr } = await runWith(report(), argv)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })

  it.each([
    [['./completion'], ['./completion']],
    [['--', 'init'], ['init']],
    [
      ['infra', 'completion'],
      ['infra', 'completion'],
    ],
  ])('is not meant by %j', async (argv, paths) => {
    expect((await runWith(report(), argv)).request).toMatchObject({ paths })
  })

  it('is in the built command, too', async () => {
    const command = await buildCommand()
    for (const shell of shells) {
      const printed = { code: 0, stdout: script(shell), stderr: '' }
      expect(await spawnCommand(command, ['completion', shell])).toEqual(printed)
    }
  })
})
