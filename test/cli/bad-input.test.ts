import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.js'
import * as engine from '../../src/program.js'
import { formats } from '../../src/report/reporter.js'
import type { FileSystem } from '../../src/source/file-system.js'
import { nodeFileSystem } from '../../src/source/node-file-system.js'
import { plant } from '../plant.js'
import { buildCommand, type Spawned, spawnCommand } from './built.js'

let command = ''
let directory = ''

beforeAll(async () => {
  command = await buildCommand()
  directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-'))
})

afterAll(() => rmSync(directory, { recursive: true, force: true }))

type Files = Readonly<Record<string, string | Uint8Array>>

let folders = 0

const folder = (files: Files): string => {
  folders += 1
  const path = join(directory, String(folders))
  plant(path, files)
  return path
}

interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

interface Circumstances {
  readonly environment?: Readonly<Record<string, string>>
  readonly input?: string | Uint8Array
  readonly fileSystem?: (real: FileSystem) => FileSystem
}

/** The whole command in this process, over real files. */
const runIn = async (
  cwd: string,
  argv: readonly string[],
  { environment = {}, input = '', fileSystem = (real) => real }: Circumstances = {},
): Promise<Run> => {
  let stdout = ''
  let stderr = ''
  const sink = (take: (text: string) => void) => ({
    write: async (text: string) => take(text),
    isTerminal: false,
    columns: undefined,
  })
  const code = await main(
    argv,
    {
      stdout: sink((text) => {
        stdout += text
      }),
      stderr: sink((text) => {
        stderr += text
      }),
      standardInput: async () => Buffer.from(input),
      environment: new Map(Object.entries(environment)),
      fileSystem: fileSystem(nodeFileSystem(cwd)),
      fileWriter: { replace: () => undefined },
      writeFile: () => {},
      createFile: () => true,
      git: async () => ({ kind: 'absent' }),
    },
    engine,
  )
  return { code, stdout, stderr }
}

const run = (files: Files, argv: readonly string[] = [], circumstances?: Circumstances): Promise<Run> =>
  runIn(folder(files), argv, circumstances)

const cluster = (name: string): string => `resource "aws_rds_cluster" "${name}" {\n  engine = "aurora-mysql"\n}\n`

const NOTHING = 'no Aurora cluster found; not all input could be read\n'
const finds = (...names: readonly string[]) => ({
  code: 2,
  stdout: expect.stringMatching(
    new RegExp(
      `^${names.map((name) => `[^]*aws_rds_cluster\\.${name} has no`).join('')}[^]*not\\s+all\\s+input\\s+could\\s+be\\s+read`,
    ),
  ),
})

const plan = (after: object = { engine: 'aurora-mysql' }, configuration: object = {}) => ({
  format_version: '1.2',
  resource_changes: [
    {
      address: 'aws_rds_cluster.c',
      mode: 'managed',
      type: 'aws_rds_cluster',
      name: 'c',
      change: { actions: ['create'], before: null, after, after_unknown: { arn: true } },
    },
  ],
  configuration: {
    root_module: {
      resources: [
        { address: 'aws_rds_cluster.c', mode: 'managed', type: 'aws_rds_cluster', name: 'c', expressions: {} },
      ],
      ...configuration,
    },
  },
})

const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('what is not there, or cannot be read', () => {
  it('a missing path', async () => {
    const result = await run({ 'main.tf': cluster('c') }, ['gone.tf', 'main.tf'])
    expect(result).toMatchObject(finds('c'))
    expect(result.stderr).toMatch(
      /^error: gone\.tf does not exist\n {2}= help: name a directory, a \.tf file or a plan/,
    )
  })

  it('an empty directory', async () => {
    const { code, stdout, stderr } = await run({})
    expect({ code, stdout }).toEqual({ code: 2, stdout: NOTHING })
    expect(stderr).toMatch(/^error: \S* ?holds no Terraform configuration\n[\s\S]* = help: name a directory with \.tf/m)
  })

  it.each(['.', 'b.tf'])('a file without permission, of %s', async (path) => {
    const refuse = (name: string): void => {
      if (name.endsWith('b.tf')) throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })
    }
    const result = await run({ 'a.tf': cluster('a'), 'b.tf': cluster('b') }, [path], {
      fileSystem: (real) => {
        const read = (name: string): Uint8Array => {
          refuse(name)
          return real.read(name)
        }
        const open = (name: string) => {
          refuse(name)
          return real.open(name)
        }
        const { cwd, list, kind, realPath } = real
        return { cwd, list, kind, realPath, read, open }
      },
    })
    expect(result.code).toBe(2)
    expect(result.stdout.includes('aws_rds_cluster.a has no')).toBe(path === '.')
    expect(result.stderr).toBe('error: b.tf cannot be read: permission denied\n\n')
  })

  it('a directory called as a file is', async () => {
    const { code, stdout, stderr } = await run({ 'main.tf': cluster('c'), 'x.tf/inner.tf': cluster('inner') })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain(' --> x.tf/inner.tf:1:1\n')
    expect((await run({ 'plan.json/main.tf': cluster('c') }, ['plan.json'])).code).toBe(1)
  })

  it('links that lead round in circles or nowhere', async () => {
    const cwd = folder({ 'main.tf': cluster('c'), 'sub/other.tf': '' })
    symlinkSync('..', join(cwd, 'sub/up'))
    symlinkSync('self', join(cwd, 'self'))
    symlinkSync('b.tf', join(cwd, 'a.tf'))
    symlinkSync('a.tf', join(cwd, 'b.tf'))
    const { code, stdout, stderr } = await runIn(cwd, [])
    expect(code).toBe(1)
    expect(stdout.match(/--> /g)).toHaveLength(1)
    expect(stderr).toContain('warning: a.tf is a symbolic link that leads nowhere, it is not read\n')
    const named = await runIn(cwd, ['a.tf'])
    expect(named).toMatchObject({ code: 2, stdout: NOTHING })
    expect(named.stderr).toMatch(/^error: a\.tf is a symbolic link that leads nowhere\n {2}= help: correct the link/)
  })
})

describe('what is no plan', () => {
  const SHOW = 'run: terraform plan -out=plan.bin && terraform show -json plan.bin >'

  it.each<[string, string | Uint8Array, string, string]>([
    [
      'a binary plan',
      'PK\x03\x04rest',
      'this looks like a binary plan',
      'run: terraform show -json x.json > plan.json',
    ],
    ['an old state', '{"version":3,"serial":1}', 'this is a state of format version 3', 'run: terraform show -json'],
    ['an encrypted state', '{"serial":1,"encrypted_data":""}', 'this state is encrypted', 'run: tofu show -json'],
    ['clusters of nobody', '{"DBClusters":[{}]}', 'one of the clusters has no DBClusterArn', 'without --query'],
    ['a plan as text', 'Terraform will perform the following actions:', 'this is a plan as text, not as JSON', SHOW],
    ['an empty file', ' \n', 'this file is empty', SHOW],
    ['UTF-16', utf16(JSON.stringify(plan())), 'this is UTF-16, but only UTF-8 is read', 'save it as UTF-8'],
    ['other JSON', '{"a":1}', 'this is JSON, but no Terraform plan: it has "a"', SHOW],
    ['10,000 objects', '{"a":'.repeat(10_000), 'the JSON ends in the middle, at byte 50000', 'write it once more'],
    ['10,000 closed arrays', '['.repeat(10_000) + ']'.repeat(10_000), 'no Terraform plan: it is not an object', SHOW],
  ])('%s', async (_, content, message, hint) => {
    const cwd = folder({ 'x.json': content })
    const { code, stdout, stderr } = await runIn(cwd, ['x.json'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: NOTHING })
    const flat = stderr.replace(/\s+/g, ' ')
    expect(flat).toContain(message)
    expect(flat).toContain('--> x.json = help: ')
    expect(flat).toContain(hint)
    expect(flat.match(/error: /g)).toHaveLength(1)
    const piped = await runIn(cwd, ['-'], { input: content })
    expect({ code: piped.code, stdout: piped.stdout }).toEqual({ code: 2, stdout: NOTHING })
    expect(piped.stderr).toContain(' --> standard input\n')
  })

  it('a plan that ends in the middle: what came before is judged', async () => {
    const whole = JSON.stringify({ ...plan(), relevant_attributes: [{ resource: 'aws_rds_cluster.c' }] })
    const result = await run({ 'plan.json': whole.slice(0, -20), 'early.json': whole.slice(0, 100) }, ['plan.json'])
    expect(result).toMatchObject(finds('c'))
    expect(result.stderr.replace(/\s+/g, ' ')).toMatch(
      /error: the JSON ends in the middle, at byte \d+ --> plan\.json = help: write the plan once more: .*; what could be read of it was linted/,
    )
    const early = await run({ 'plan.json': whole.slice(0, 100) }, ['plan.json'])
    expect(early).toMatchObject({ code: 2, stdout: NOTHING })
    expect(early.stderr).not.toContain('was linted')
  })

  it('a plan 10,000 levels deep', async () => {
    const deep = JSON.stringify(plan({ engine: 'aurora-mysql', tags: 'DEEP' })).replace(
      '"DEEP"',
      '['.repeat(10_000) + ']'.repeat(10_000),
    )
    const { code, stdout, stderr } = await run({ 'plan.json': deep }, ['plan.json'])
    expect(stdout).toContain('aws_rds_cluster.c has no activity stream')
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  })

  it('a plan between the lines of a log', async () => {
    const log = `[command]/usr/bin/terraform show -json plan.bin\n${JSON.stringify(plan())}\n::debug::done\n`
    const { code, stdout, stderr } = await run({ 'plan.json': log }, ['plan.json'])
    expect(code).toBe(1)
    expect(stdout).toContain('aws_rds_cluster.c has no activity stream')
    expect(stderr).toMatch(/^warning: the plan is preceded by other output, up to byte \d+\n/)
    expect(stderr).toContain('terraform_wrapper: false')
    expect(stderr).toMatch(/^warning: the plan is followed by other output, from byte \d+ on\n/m)
  })
})

describe('what is no configuration as it should be', () => {
  it('UTF-16', async () => {
    const result = await run({ 'a.tf': cluster('a'), 'b.tf': utf16(cluster('b')) })
    expect(result).toMatchObject(finds('a'))
    expect(result.stderr).toContain('error: b.tf is encoded in UTF-16, Terraform reads UTF-8 only\n')
    expect(result.stderr).toContain(' = help: save it as UTF-8\n')
    const unmarked = await run({ 'b.tf': utf16(cluster('b')).subarray(2) }, ['b.tf'])
    expect(unmarked).toMatchObject({ code: 2, stdout: NOTHING })
    expect(unmarked.stderr).toMatch(/^error: b\.tf is encoded in UTF-16, Terraform reads UTF-8 only\n/)
  })

  it('what is not valid UTF-8', async () => {
    const tags = Buffer.from([...Buffer.from('locals {\n  a = "'), 0xff, 0xfe, 0x80, ...Buffer.from('"\n}\n')])
    const result = await run({ 'a.tf': Buffer.concat([Buffer.from(cluster('a')), tags]) })
    expect(result).toMatchObject(finds('a'))
    expect(result.stderr).toContain('error: a.tf is not valid UTF-8')
    expect(result.stderr).toMatch(/^ --> a\.tf:5:8$/m)
  })

  it('JSON syntax that ends in the middle', async () => {
    const result = await run({ 'a.tf.json': '{"resource":{"aws_rds_cluster":{"c":{"engine":"aurora-mysql"' })
    expect(result).toMatchObject(finds('c'))
    expect(result.stderr).toMatch(/^error: this bracket is never closed\n --> a\.tf\.json:1:37\n/)
  })

  it('10,000 brackets', async () => {
    const brackets = '['.repeat(10_000) + ']'.repeat(10_000)
    const result = await run({
      'a.tf': cluster('a').replace('}', `  x = ${brackets}\n}`),
      'b.tf.json': `{"resource":{"aws_rds_cluster":{"b":{"engine":"aurora-mysql","x":${brackets}}}}}`,
    })
    expect(result).toMatchObject(finds('a', 'b'))
    expect(result.stderr).toContain('error: nested too deeply\n --> a.tf:3:')
    expect(result.stderr).toContain('error: nested too deeply\n --> b.tf.json:1:')
    expect(Math.max(...result.stderr.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it('10,000 brackets beside other mistakes', async () => {
    const files = {
      'a.tf': `${cluster('a')}locals {\n  x = ${'['.repeat(10_000)}${']'.repeat(10_000)}\n}\n`,
      'b.tf': `${cluster('b')}locals {\n  y = \n}\n`,
    }
    const result = await spawnCommand(command, [], { cwd: folder(files) })
    expect(result).toMatchObject(finds('a', 'b'))
    expect(result.stderr).toContain('error: Invalid expression; ')
  })

  it('names that objects have by themselves', async () => {
    const { code, stdout, stderr } = await run({
      'main.tf': `${cluster('__proto__')}resource "aws_rds_cluster" "constructor" {
  for_each = { __proto__ = "a", constructor = "b" }
  engine   = local.__proto__.toString[var.constructor]
}
locals {
  __proto__ = { "toString" = { "__proto__" = "aurora-mysql" } }
}
variable "constructor" {
  default = "__proto__"
}
module "__proto__" {
  source      = "./m"
  hasOwnProperty = "aurora-mysql"
}
`,
      'm/main.tf':
        'variable "hasOwnProperty" {}\nresource "aws_rds_cluster" "valueOf" {\n  engine = var.hasOwnProperty\n}\n',
    })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    for (const address of [
      'aws_rds_cluster.__proto__ ',
      'aws_rds_cluster.constructor["__proto__"]',
      'aws_rds_cluster.constructor["constructor"]',
      'module.__proto__.aws_rds_cluster.valueOf',
    ])
      expect(stdout).toContain(address)
    expect(stdout).toMatch(/\n4 errors \(.*\); stream declared for 0 of 4 Aurora\s+clusters\n/)
    const hostile = JSON.stringify(plan())
      .replaceAll('aws_rds_cluster.c', 'aws_rds_cluster.__proto__')
      .replaceAll('"name":"c"', '"name":"__proto__"')
    const planned = await run({ 'p.json': hostile.replace('"after":{', '"after":{"__proto__":{"x":1},') }, ['p.json'])
    expect(planned).toMatchObject({ code: 1, stdout: expect.stringContaining('aws_rds_cluster.__proto__ has no') })
  })

  it('locals that refer to each other', async () => {
    const { code, stdout, stderr } = await run({
      'main.tf': `locals {\n  a = local.b\n  b = local.a\n}\n${cluster('d')}resource "aws_rds_cluster" "c" {\n  engine = local.a\n}\n`,
    })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('undecided[missing-activity-stream]: aws_rds_cluster.c may have no activity')
    expect(stdout).toContain('= because: local.a refers to itself\n')
    expect(stdout).toContain('aws_rds_cluster.d has no activity')
  })

  it('a module that calls itself', async () => {
    const result = await run({ 'main.tf': `module "me" {\n  source = "./"\n}\n${cluster('c')}` })
    expect(result).toMatchObject(finds('c'))
    expect(result.stderr).toMatch(/^error: module\.me calls itself, without end.*\n --> main\.tf:2:12\n/)
    const ring = await run({
      'main.tf': `module "b" {\n  source = "./b"\n}\n${cluster('c')}`,
      'b/main.tf': 'module "a" {\n  source = "../"\n}\n',
    })
    expect(ring).toMatchObject(finds('c'))
    expect(ring.stderr).toContain('calls itself, without end')
  })

  it('resources that are declared twice', async () => {
    const result = await run({ 'a.tf': cluster('c'), 'b.tf': cluster('d') + cluster('c') })
    expect(result).toMatchObject(finds('c', 'd'))
    expect(result.stderr).toMatch(/^error: aws_rds_cluster\.c is declared twice, first at a\.tf:1\n --> b\.tf:4:1\n/)
    expect(result.stderr).toContain(' = help: rename or remove one of them\n')
  })
})

/** In a process of its own: the memory that it takes would slow down whatever runs behind it here. */
describe('a line of many megabytes', () => {
  const spawnOver = (files: Files, path: string): Promise<Spawned> =>
    spawnCommand(command, [path], { cwd: folder(files) })

  it.each<[string, (long: string) => string]>([
    ['main.tf', (long) => cluster('c').replace('}', `  tags = { a = "${long}" } x\n}`)],
    ['main.tf.json', (long) => `{"resource":{"aws_rds_cluster":{"c":{"engine":"aurora-mysql","a":"${long}","b":}}}}`],
  ])(
    'of %s has frames as any other',
    async (name, content) => {
      const { code, stdout, stderr } = await spawnOver({ [name]: content('x'.repeat(30_000_000)) }, name)
      expect(code).toBe(2)
      expect(stdout).toContain('aws_rds_cluster.c has no activity stream')
      const [message = '', place = '', , shown = ''] = stderr.split('\n')
      expect(message).toMatch(/^error: expected /)
      expect(place).toMatch(/^ --> main\.tf(?:\.json)?:\d:300000\d\d$/)
      expect(shown).toMatch(/^\d \| …x+"/)
      expect(Math.max(...stderr.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    },
    120_000,
  )

  it.each<[string, () => string]>([
    ['list', () => `locals {\n  x = [${'1,'.repeat(50_000_000)}]\n}\n`],
    ['string', () => `locals {\n  x = "${'x'.repeat(100_000_000)}"\n}\n`],
    ['comment', () => `# ${'x'.repeat(100_000_000)}\n`],
  ])(
    'is parsed only where something of it is asked for: a %s',
    async (_, content) => {
      const aside = await spawnOver({ 'main.tf': cluster('c'), 'long.tf': content() }, '.')
      expect(aside).toMatchObject({ code: 1, stderr: '' })
      expect(aside.stdout).toContain('aws_rds_cluster.c has no activity stream')
      const asked = await spawnOver({ 'main.tf': cluster('c'), 'long.tf': content() + cluster('d') }, '.')
      expect(asked).toMatchObject(finds('c'))
      expect(asked.stderr).toMatch(
        /^error: long\.tf is too large to be parsed, it has 100\.0 MB\n {2}= help: nobody writes such a file/,
      )
    },
    120_000,
  )

  it('of a plan', async () => {
    const written = JSON.stringify(plan({ engine: 'aurora-mysql', a: 'LONG' }))
    const files = { 'plan.json': written.replace('LONG', 'x'.repeat(100_000_000)) }
    const { code, stdout, stderr } = await spawnOver(files, 'plan.json')
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('aws_rds_cluster.c has no activity stream')
  }, 120_000)
})

describe('control characters', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not get out
  const RAW = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/
  const evil = '\u001b[31mred\u001b]0;title\u0007\u009b2J\u202e'

  it.each(formats)('are shown, not sent, in %s', async (format) => {
    const name = `ma${evil}in\n::error::x.tf`
    const files = {
      [name]: `${cluster('c')}resource "aws_rds_cluster_activity_stream" "s" {
  resource_arn = aws_rds_cluster.c.arn
  mode         = "async" # ${evil}
  kms_key_id   = "${evil}"
  ${evil}
}
`,
    }
    const { code, stdout, stderr } = await run(files, ['--format', format, '.', `gone${evil}`])
    expect(code).toBe(2)
    expect(stdout).toContain('invalid-kms-key-id')
    expect(stdout).not.toMatch(RAW)
    expect(stderr).not.toMatch(RAW)
    expect(stdout + stderr).not.toMatch(/^::error::/m)
  })

  it.each([[['--format', evil]], [['--only', evil]], [[`--${evil}`]], [['--var', evil]], [['--output', evil]]])(
    'of the option %o neither',
    async (argv) => {
      const { code, stdout, stderr } = await run({ 'main.tf': '' }, argv)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).not.toMatch(RAW)
    },
  )
})

describe('secrets', () => {
  const configuration = `variable "key" {
  type      = string
  sensitive = true
  default   = "SECRET-default"
}
variable "arn" {
  sensitive = true
}
locals {
  key = var.key
}
resource "aws_rds_cluster" "c" {
  engine          = "aurora-mysql"
  master_password = "SECRET-password"
}
resource "aws_rds_cluster_activity_stream" "s" {
  resource_arn = var.arn
  mode         = "async"
  kms_key_id   = local.key
}
resource "aws_rds_cluster_activity_stream" "t" {
  resource_arn = aws_rds_cluster.c.arn
  mode         = "async"
  kms_key_id   = sensitive("SECRET-function")
}
`
  const all = async (files: Files, argv: readonly string[], environment = {}): Promise<string> => {
    let output = ''
    for (const format of formats) {
      const { code, stdout, stderr } = await run(files, ['--format', format, ...argv], { environment })
      expect(code).toBeGreaterThan(0)
      expect(code).toBeLessThan(3)
      output += stdout + stderr
    }
    return output
  }

  it.each<[string, Files, readonly string[], Readonly<Record<string, string>>]>([
    ['defaults', {}, ['--var', 'arn=x'], {}],
    ['values files', { 'terraform.tfvars': 'arn = "SECRET-arn"\nkey = "SECRET-key"\n' }, ['.'], {}],
    ['options', {}, ['--var', 'arn=SECRET-arn', '--var', 'key=SECRET-key'], {}],
    ['the environment', {}, ['.'], { TF_VAR_arn: 'SECRET-arn', TF_VAR_key: 'SECRET-key' }],
  ])('of %s', async (_, files, argv, environment) => {
    const output = await all({ 'main.tf': configuration, ...files }, argv, environment)
    expect(output).toContain('(sensitive)')
    expect(output).not.toContain('SECRET')
  })

  it('of values files that cannot be read', async () => {
    const output = await all(
      {
        'main.tf': configuration,
        'terraform.tfvars':
          'arn = "SECRET-1"\nx = = 3\narn = "SECRET-2"\n\nkey = "SECRET-3\nlist = [\n  SECRET-4 5\n]\n',
        'a.auto.tfvars.json': '{ "arn": "SECRET-5", "x": tru, "arn": "SECRET-6" ',
        'b.vars': 'arn = <<EOT\nSECRET-7\nEOT\nkey = "SECRET-8" 4\n',
      },
      ['--var-file', 'b.vars'],
    )
    expect(output).toContain(' | x = ***\n')
    expect(output).not.toContain('SECRET')
  })

  it('of configuration that cannot be read', async () => {
    const output = await all(
      {
        'main.tf': `${cluster('c')}variable "a" {
  sensitive = true
  default   = "SECRET-1
}
variable "b" {
  default   = "SECRET-2"
  default   = "SECRET-3" x
  sensitive = true
}
resource "aws_rds_cluster" "d" {
  master_password = "SECRET-4
  master_password = "SECRET-5" 3
  tags = sensitive("SECRET-6") x
}
`,
      },
      ['.'],
    )
    expect(output).toContain(' |   default   = ***\n')
    expect(output).not.toContain('SECRET')
  }, 30_000)

  it('of a plan', async () => {
    const base = plan({ engine: 'aurora-mysql', master_password: 'SECRET-1' })
    const stream = { mode: 'managed', type: 'aws_rds_cluster_activity_stream', name: 's' }
    const address = 'aws_rds_cluster_activity_stream.s'
    const after = { resource_arn: 'SECRET-2', kms_key_id: 'SECRET-3', mode: 'async' }
    const change = {
      actions: ['create'],
      before: null,
      after,
      after_sensitive: { resource_arn: true, kms_key_id: true },
    }
    const expressions = { resource_arn: { references: ['var.a'] }, kms_key_id: { references: ['var.k'] } }
    const document = {
      ...base,
      variables: { a: { value: 'SECRET-2' }, k: { value: 'SECRET-3' } },
      resource_changes: [...base.resource_changes, { address, ...stream, change }],
      configuration: {
        root_module: {
          variables: { a: { sensitive: true }, k: { sensitive: true, default: 'SECRET-3' } },
          resources: [...base.configuration.root_module.resources, { address, ...stream, expressions }],
        },
      },
    }
    const output = await all({ 'plan.json': JSON.stringify(document) }, ['plan.json'])
    expect(output).toContain('(sensitive)')
    expect(output).not.toContain('SECRET')
  })
})

describe('standard output that takes no more', () => {
  it.each(formats)('is closed after the first line of %s', async (format) => {
    const cwd = folder({ 'main.tf': Array.from({ length: 500 }, (_, index) => cluster(`c${index}`)).join('') })
    const { code, stderr } = await spawnCommand(command, ['--format', format], { cwd, closeStdoutAfter: 1 })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  })

  it('is closed, and the other reports are written all the same', async () => {
    const cwd = folder({ 'main.tf': Array.from({ length: 500 }, (_, index) => cluster(`c${index}`)).join('') })
    const argv = ['--output', 'json=no/such.json', '--output', 'sarif=b.sarif']
    const { code, stderr } = await spawnCommand(command, argv, { cwd, closeStdoutAfter: 1 })
    expect(code).toBe(2)
    expect(stderr).toBe('tf-das-lint: cannot write no/such.json: its directory does not exist\n')
    expect(readdirSync(cwd).sort()).toEqual(['b.sarif', 'main.tf'])
  })
})
