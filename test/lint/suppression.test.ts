import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/finding.js'
import type { LintOptions } from '../../src/lint/options.js'
import type { Report } from '../../src/report/report.js'
import type { Planted } from '../terraform/load/memory-file-system.js'
import { lintFiles } from './in-memory.js'

const MISSING = 'missing-activity-stream'
const KEY = 'invalid-kms-key-id'
const UNUSED = 'unused-suppression'
const TODAY = '2026-06-15'

type Files = Readonly<Record<string, Planted>>

const lint = (files: Files | string, options: Partial<LintOptions> = {}): Promise<Report> =>
  lintFiles(typeof files === 'string' ? { 'main.tf': files } : files, {
    only: [MISSING, KEY],
    today: TODAY,
    ...options,
  })

const placeOf = ({ location }: Pick<Finding, 'location'>): string =>
  location?.kind === 'source'
    ? `${location.source.path}:${location.source.position(location.span.start).line}`
    : (location?.file ?? 'nowhere')

/** `rule address`, or for a comment `unused-suppression file:line`. */
const told = ({ findings }: Report): readonly string[] =>
  findings.map((finding) => `${finding.rule} ${finding.rule === UNUSED ? placeOf(finding) : finding.address}`)
const kept = ({ suppressed }: Report): readonly string[] =>
  suppressed.map(({ finding: { rule, address } }) => `${rule} ${address}`)

/** A suppression of a rule, as a comment. */
const ignore = (rules: string, rest = ''): string => `tf-das-lint:ignore ${rules} reason="dev only"${rest}`

const cluster = (name = 'main', content = ''): string =>
  `resource "aws_rds_cluster" "${name}" {\n  engine = "aurora-mysql"\n${content}}\n`
const stream = (key: string, name = 'main'): string =>
  `resource "aws_rds_cluster_activity_stream" "${name}" {\n  resource_arn = aws_rds_cluster.${name}.arn\n  mode = "async"\n${key}}\n`
const bad = '  kms_key_id = "my key"\n'

describe('a comment about a cluster without a stream', () => {
  test.each([
    ['on the line above', `# ${ignore(MISSING)}\n${cluster()}`],
    ['with two slashes', `// ${ignore(MISSING)}\n${cluster()}`],
    ['in a block comment', `/* ${ignore(MISSING)} */\n${cluster()}`],
    ['in a block comment on the same line', `/* ${ignore(MISSING)} */ ${cluster()}`],
    [
      'in a block comment of several lines',
      `/*\n * The database of the developers.\n * ${ignore(MISSING)}\n */\n${cluster()}`,
    ],
    ['in a documentation comment', `/** ${ignore(MISSING)} */\n${cluster()}`],
    [
      'in a block comment, with its options on lines of their own',
      `/*\n * tf-das-lint:ignore ${MISSING}\n *   reason="dev only"\n *   until=${TODAY}\n */\n${cluster()}`,
    ],
    ['with an option on the next line', `# ${ignore(MISSING)}\n#   until=${TODAY}\n${cluster()}`],
    ['without a blank', `#${ignore(MISSING)}\n${cluster()}`],
    ['with other comments between', `# ${ignore(MISSING)}\n# The database.\n/* Of\nthem. */\n// all\n${cluster()}`],
    ['with other comments before', `# The database.\n# ${ignore(MISSING)}\n${cluster()}`],
    ['behind the header', cluster().replace('{\n', `{ # ${ignore(MISSING)}\n`)],
    ['behind the closing brace', cluster().replace('}\n', `} # ${ignore(MISSING)}\n`)],
    [
      'behind a block of one line',
      `resource "aws_rds_cluster" "main" { engine = "aurora-mysql" } // ${ignore(MISSING)}\n`,
    ],
    ['before its first attribute', cluster().replace('{\n', `{\n  # ${ignore(MISSING)}\n`)],
    ['before its first attribute, and an empty line', cluster().replace('{\n', `{\n\n  # ${ignore(MISSING)}\n\n`)],
    [
      'before its first block',
      `resource "aws_rds_cluster" "main" {\n  # ${ignore(MISSING)}\n  timeouts {}\n  engine = "aurora-mysql"\n}\n`,
    ],
    [
      'among other ids',
      `# ${ignore(`${KEY}, ${MISSING}`)}\n${cluster()}${stream(bad, 'other')}`,
      [`${UNUSED} main.tf:1`, `${KEY} aws_rds_cluster_activity_stream.other`],
    ],
    ['with CRLF', `# ${ignore(MISSING)}\n# more\n${cluster()}`.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\ufeff# ${ignore(MISSING)}\n${cluster()}`],
    ['with tabs', `\t#\t${ignore(MISSING)}\t\n\t${cluster()}`],
    [
      'at the end of a file without newline',
      `resource "aws_rds_cluster" "main" { engine = "aurora-mysql" } # ${ignore(MISSING)}`,
    ],
    ['that holds today', `# ${ignore(MISSING, ` until=${TODAY}`)}\n${cluster()}`],
  ])('%s', async (_, text, expected: readonly string[] = []) => {
    const report = await lint(text)
    expect(told(report)).toEqual(expected)
    expect(kept(report)).toEqual([`${MISSING} aws_rds_cluster.main`])
    expect(report.summary).toMatchObject({ suppressed: 1, auroraClusters: 1, streamed: 0 })
  })

  test.each([
    ['above an empty line', `# ${ignore(MISSING)}\n\n${cluster()}`, 1],
    ['above an empty line and a comment', `# ${ignore(MISSING)}\n\n# The database.\n${cluster()}`, 1],
    ['behind its last attribute', cluster('main', `  # ${ignore(MISSING)}\n`), 3],
    ['at the end of the file', `${cluster()}# ${ignore(MISSING)}\n`, 4],
    ['at one of its attributes', cluster('main', `  # ${ignore(MISSING)}\n  port = 1\n`), 3],
    ['behind its first attribute', cluster().replace('mysql"', `mysql" # ${ignore(MISSING)}`), 2],
    ['in a block within it', cluster('main', `  timeouts {\n    # ${ignore(MISSING)}\n    create = "1h"\n  }\n`), 4],
    ['at another block', `${cluster()}# ${ignore(MISSING)}\nresource "aws_kms_key" "main" {}\n`, 4],
    ['of another rule', `# ${ignore(KEY)}\n${cluster()}`, 1],
  ])('%s is about something else', async (_, text, line) => {
    const report = await lint(text)
    expect([...told(report)].sort()).toEqual([`${MISSING} aws_rds_cluster.main`, `${UNUSED} main.tf:${line}`])
    expect(kept(report)).toEqual([])
  })

  test.each([
    ['in a heredoc', cluster('main', `  tags = <<EOT\n# ${ignore(MISSING)}\nEOT\n`)],
    ['in a string', cluster('main', `  tags = "# ${ignore(MISSING).replaceAll('"', "'")}"\n`)],
    ['that is commented out', `# # ${ignore(MISSING)}\n${cluster()}`],
    ['that is commented out with more', `/*\n# ${ignore(MISSING)}\n*/\n${cluster()}`],
    ['that is spoken of', `# Write ${ignore(MISSING)} here.\n${cluster()}`],
    ['by its beginning alone', `# tf-das-lint: see the README\n${cluster()}`],
  ])('%s is none', async (_, text) => {
    const report = await lint(text)
    expect(told(report)).toEqual([`${MISSING} aws_rds_cluster.main`])
  })
})

describe('a comment about an argument', () => {
  const CLUSTER = cluster().replace('"aurora-mysql"', '"mysql"')
  const FOUND = [`${KEY} aws_rds_cluster_activity_stream.main`]

  test.each([
    ['at the end of its line', stream(bad.replace('\n', ` # ${ignore(KEY)}\n`))],
    ['on the line above', stream(`  # ${ignore(KEY)}\n${bad}`)],
    ['at its block', `# ${ignore(KEY)}\n${stream(bad)}`],
    ['within its value', stream(`  kms_key_id = (\n    # ${ignore(KEY)}\n    "my key"\n  )\n`)],
    ['at the first line of its value', stream(`  kms_key_id = ( # ${ignore(KEY)}\n    "my key"\n  )\n`)],
    ['behind the last line of its value', stream(`  kms_key_id = (\n    "my key"\n  ) # ${ignore(KEY)}\n`)],
    [
      'at the local value',
      `locals {\n  # ${ignore(KEY)}\n  key = "my key"\n  other = 1\n}\n${stream('  kms_key_id = local.key\n')}`,
    ],
    [
      'behind the local value',
      `locals {\n  other = 1\n  key = "my key" # ${ignore(KEY)}\n}\n${stream('  kms_key_id = local.key\n')}`,
    ],
    [
      'at the block of local values',
      `locals { # ${ignore(KEY)}\n  other = 1\n  key = "my key"\n}\n${stream('  kms_key_id = local.key\n')}`,
    ],
    [
      'at the resource, not at the local value',
      `locals {\n  key = "my key"\n}\n${stream(`  kms_key_id = local.key # ${ignore(KEY)}\n`)}`,
    ],
    [
      "at a variable's default",
      `variable "key" {\n  type = string\n  default = "my key" # ${ignore(KEY)}\n}\n${stream('  kms_key_id = var.key\n')}`,
    ],
    [
      'at a variable',
      `# ${ignore(KEY)}\nvariable "key" {\n  default = "my key"\n}\n${stream('  kms_key_id = var.key\n')}`,
    ],
  ])('%s', async (_, text) => {
    const report = await lint(CLUSTER + text)
    expect(told(report)).toEqual([])
    expect(kept(report)).toEqual(FOUND)
  })

  test.each([
    ['of native syntax', { 'terraform.tfvars': `other = 1\n# ${ignore(KEY)}\nkey = "my key"\n` }],
    ['of native syntax, behind it', { 'terraform.tfvars': `key = "my key" # ${ignore(KEY)}\n` }],
    ['of JSON', { 'terraform.tfvars.json': `{ "//": ${JSON.stringify(ignore(KEY))}, "key": "my key" }` }],
    ['that is named', { 'x.tfvars': `key = "my key" // ${ignore(KEY)}\n` }, ['x.tfvars']],
  ] as const)('in a values file %s', async (_, values, named: readonly string[] = []) => {
    const files = { ...values, 'main.tf': `variable "key" {}\n${CLUSTER}${stream('  kms_key_id = var.key\n')}` }
    const report = await lint(files, { variables: named.map((path) => ({ kind: 'var-file', path })) })
    expect(told(report)).toEqual([])
    expect(kept(report)).toEqual(FOUND)
  })

  test('of one item of an object means that item', async () => {
    const report = await lint(`locals {
  keys = {
    # ${ignore(KEY)}
    dev = {
      id = "dev key"
    }
    test = { id = "test key" } # ${ignore(KEY)}
    prod = { id = "prod key" }
  }
}
resource "aws_rds_cluster_activity_stream" "main" {
  for_each     = local.keys
  resource_arn = "arn:aws:rds:eu-west-1:111122223333:cluster:db"
  mode         = "async"
  kms_key_id   = each.value.id
}
`)
    expect(told(report)).toEqual([`${KEY} aws_rds_cluster_activity_stream.main["prod"]`])
    expect(kept(report)).toEqual(['dev', 'test'].map((key) => `${KEY} aws_rds_cluster_activity_stream.main["${key}"]`))
  })

  test('serves each instance', async () => {
    const report = await lint(
      cluster('main', `  for_each = toset(["a", "b"])\n`).replace('{\n', `{ # ${ignore(MISSING)}\n`),
    )
    expect(told(report)).toEqual([])
    expect(kept(report)).toEqual(['a', 'b'].map((key) => `${MISSING} aws_rds_cluster.main["${key}"]`))
  })

  test('serves what is undecided', async () => {
    const report = await lint(
      `variable "engine" {}\n# ${ignore(MISSING)}\nresource "aws_rds_cluster" "main" {\n  engine = var.engine\n}\n`,
    )
    expect(told(report)).toEqual([])
    expect(report.suppressed.map(({ finding }) => finding.verdict)).toEqual(['undecided'])
    expect(report.summary.notes).toBe(0)
  })
})

describe('modules', () => {
  const module = (header: string, argument: string, inside = stream('  kms_key_id = var.key\n')): Files => ({
    'main.tf': `${header}module "db" {\n  source = "./db"\n  key = "my key"${argument}\n}\nmodule "other" {\n  source = "./db"\n  key = "other key"\n}\n`,
    'db/main.tf': `variable "key" {}\nresource "aws_rds_cluster" "main" {\n  engine = "mysql"\n}\n${inside}`,
  })
  const at = (name: string): string => `${KEY} module.${name}.aws_rds_cluster_activity_stream.main`

  test.each([
    ['the argument of a call', module('', ` # ${ignore(KEY)}`), ['other'], ['db']],
    ['a call', module(`# ${ignore(KEY)}\n`, ''), ['other'], ['db']],
    [
      'the resource in the module',
      module('', '', `# ${ignore(KEY)}\n${stream('  kms_key_id = var.key\n')}`),
      [],
      ['db', 'other'],
    ],
    ['its argument', module('', '', stream(`  kms_key_id = var.key # ${ignore(KEY)}\n`)), [], ['db', 'other']],
  ])('a comment at %s', async (_, files, left, suppressed) => {
    const report = await lint(files)
    expect(told(report)).toEqual(left.map(at))
    expect(kept(report)).toEqual(suppressed.map(at))
  })

  test('a comment at a call is not about what the module leaves out', async () => {
    const report = await lint({
      'main.tf': `# ${ignore(MISSING)}\nmodule "db" {\n  source = "./db"\n}\n`,
      'db/main.tf': cluster(),
    })
    expect([...told(report)].sort()).toEqual([`${MISSING} module.db.aws_rds_cluster.main`, `${UNUSED} main.tf:1`])
  })

  test('a comment in a module that one of two root modules has a use for is used', async () => {
    const call = (engine: string): string => `module "db" {\n  source = "../db"\n  engine = "${engine}"\n}\n`
    const report = await lint({
      'one/main.tf': call('aurora-mysql'),
      'two/main.tf': call('mysql'),
      'db/main.tf': `variable "engine" {}\n# ${ignore(MISSING)}\nresource "aws_rds_cluster" "main" {\n  engine = var.engine\n}\n`,
    })
    expect(told(report)).toEqual([])
    expect(report.suppressed.map(({ finding }) => finding.rootModule)).toEqual(['one'])
  })

  describe('what terraform init has brought', () => {
    const files = (call: string, cluster: string): Files => ({
      'main.tf': `${call}module "db" {\n  source = "example/db/aws"\n  for_each = toset(["a.b"])\n}\n`,
      '.terraform/modules/modules.json': JSON.stringify({
        Modules: [
          { Key: '', Source: '', Dir: '.' },
          { Key: 'db', Source: 'registry.terraform.io/example/db/aws', Dir: '.terraform/modules/db' },
        ],
      }),
      '.terraform/modules/db/main.tf': cluster,
    })
    const comment = `# ${ignore(MISSING)}\n`
    const suppressed = [`${MISSING} module.db["a.b"].aws_rds_cluster.main`]

    test('may have its own comments, which nobody is told to mend', async () => {
      expect(kept(await lint(files('', comment + cluster())))).toEqual(suppressed)
      expect(told(await lint(files('', comment + cluster().replace('aurora-', ''))))).toEqual([])
    })

    test('is spoken for at the call', async () => {
      const report = await lint(files(comment, cluster()))
      expect(kept(report)).toEqual(suppressed)
      expect(told(report)).toEqual([])
      expect(told(await lint(files(comment, cluster().replace('aurora-', ''))))).toEqual([`${UNUSED} main.tf:1`])
    })

    test('and is not at hand: a comment at the call waits', async () => {
      const { 'main.tf': main = '' } = files(comment, '')
      expect(told(await lint({ 'main.tf': main, 'other.tf': cluster() }))).toEqual([`${MISSING} aws_rds_cluster.main`])
    })
  })

  test('a call without instances has no use for its comment, and nobody is told', async () => {
    const call = `# ${ignore(MISSING)}\nmodule "db" {\n  source = "./db"\n  count = 0\n}\n`
    expect(told(await lint({ 'main.tf': call, 'db/main.tf': cluster() }))).toEqual([])
  })
})

describe('JSON syntax', () => {
  const json = (block: object, more: object = {}): Files => ({
    'main.tf.json': JSON.stringify({ ...more, resource: { aws_rds_cluster: { main: block } } }, null, 2),
  })

  test.each([
    ['of the block', json({ '//': ignore(MISSING), engine: 'aurora-mysql' })],
    ['behind its arguments', json({ engine: 'aurora-mysql', '//': ignore(MISSING) })],
    [
      'with a byte order mark',
      { 'main.tf.json': `\ufeff${json({ '//': ignore(MISSING), engine: 'aurora-mysql' })['main.tf.json']}` },
    ],
    [
      'of a block in a list',
      {
        'main.tf.json': JSON.stringify({
          resource: [{ aws_rds_cluster: [{ main: [{ '//': ignore(MISSING), engine: 'aurora-mysql' }] }] }],
        }),
      },
    ],
    [
      'in .tofu.json',
      {
        'main.tofu.json': JSON.stringify({
          resource: { aws_rds_cluster: { main: { '//': ignore(MISSING), engine: 'aurora-mysql' } } },
        }),
      },
    ],
    [
      'with two of them',
      {
        'main.tf.json': `{"resource":{"aws_rds_cluster":{"main":{"//":"The database.","//":${JSON.stringify(ignore(MISSING))},"engine":"aurora-mysql"}}}}`,
      },
    ],
  ])('a property %s', async (_, files) => {
    const report = await lint(files as Files)
    expect(told(report)).toEqual([])
    expect(kept(report)).toEqual([`${MISSING} aws_rds_cluster.main`])
  })

  test('a property elsewhere stands at nothing', async () => {
    const report = await lint(json({ engine: 'aurora-mysql' }, { '//': ignore(MISSING) }))
    expect([...told(report)].sort()).toEqual([`${MISSING} aws_rds_cluster.main`, `${UNUSED} main.tf.json:2`])
    expect(report.findings.find(({ rule }) => rule === UNUSED)).toMatchObject({
      address: '',
      hint: expect.stringContaining('"//"'),
    })
  })

  test('of one of two blocks that share a name means that one', async () => {
    const locals = (first: object, second: object): Files => ({
      'main.tf.json': JSON.stringify({
        locals: [
          { a: 'a key', ...first },
          { b: 'b key', ...second },
        ],
        resource: {
          aws_rds_cluster_activity_stream: Object.fromEntries(
            ['a', 'b'].map((name) => [
              name,
              {
                resource_arn: 'arn:aws:rds:eu-west-1:111122223333:cluster:db',
                mode: 'async',
                kms_key_id: `\${local.${name}}`,
              },
            ]),
          ),
        },
      }),
    })
    const comment = { '//': ['The keys.', ignore(KEY)] }
    expect(kept(await lint(locals(comment, {})))).toEqual([`${KEY} aws_rds_cluster_activity_stream.a`])
    expect(kept(await lint(locals({}, comment)))).toEqual([`${KEY} aws_rds_cluster_activity_stream.b`])
  })

  test('of one of two blocks means that one', async () => {
    const report = await lint({
      'main.tf.json': JSON.stringify({
        resource: {
          aws_rds_cluster: { a: { '//': ignore(MISSING), engine: 'aurora-mysql' }, b: { engine: 'aurora-mysql' } },
        },
      }),
    })
    expect(told(report)).toEqual([`${MISSING} aws_rds_cluster.b`])
  })
})

describe('override files', () => {
  test('a comment at the block that overrides is about what it overrides', async () => {
    const report = await lint({
      'main.tf': cluster() + cluster('other'),
      'main_override.tf': `# ${ignore(MISSING)}\nresource "aws_rds_cluster" "main" {\n  port = 1\n}\n`,
    })
    expect(told(report)).toEqual([`${MISSING} aws_rds_cluster.other`])
  })

  test('a comment at the argument that overrides is about that', async () => {
    const report = await lint({
      'main.tf': cluster().replace('aurora-', '') + stream(bad),
      'override.tf': `resource "aws_rds_cluster_activity_stream" "main" {\n  mode = "async"\n  kms_key_id = "other key" # ${ignore(KEY)}\n}\n`,
    })
    expect(told(report)).toEqual([])
  })

  test('a comment at another block of the directory does not', async () => {
    const report = await lint({
      'main.tf': cluster(),
      'other.tf': `# ${ignore(MISSING)}\nresource "aws_rds_cluster" "main" {\n  port = 1\n}\n`,
      'override.tf': 'resource "aws_rds_cluster" "main" {\n  port = 2\n}\n',
    })
    expect(told(report)).toContain(`${MISSING} aws_rds_cluster.main`)
  })

  test('a comment at the block that is overridden holds', async () => {
    const report = await lint({
      'main.tf': `${cluster().replace('aurora-', '')}# ${ignore(KEY)}\n${stream(bad)}`,
      'override.tofu': `resource "aws_rds_cluster_activity_stream" "main" {\n  kms_key_id = "other key"\n}\n`,
    })
    expect(told(report)).toEqual([])
  })
})

describe('a suppression that has ended', () => {
  const ENDED = `# ${ignore(MISSING, ' until=2026-06-14')}\n`

  test('gives the finding back, and says so', async () => {
    const report = await lint(`\n${ENDED}${cluster()}`)
    expect(told(report)).toEqual([`${MISSING} aws_rds_cluster.main`])
    expect(report.findings[0]?.because).toContain('the suppression at main.tf:2 ended on 2026-06-14')
    const [plain] = (await lint(`\n\n${cluster()}`)).findings
    expect(report.findings[0]?.fingerprint).toBe(plain?.fingerprint)
  })

  test('gives way to one that holds', async () => {
    const report = await lint(`${ENDED}# ${ignore(MISSING, ' until=2030-01-01')}\n${cluster()}`)
    expect(told(report)).toEqual([])
    expect(report.suppressed[0]?.suppression).toMatchObject({
      kind: 'comment',
      reason: 'dev only',
      until: '2030-01-01',
    })
  })

  test('and matches nothing is unused', async () => {
    expect(told(await lint(ENDED + cluster().replace('aurora-', '')))).toEqual([`${UNUSED} main.tf:1`])
  })

  test('never has where nobody knows the day', async () => {
    const { today: _, ...options } = { only: [MISSING], today: TODAY }
    expect(told(await lintFiles({ 'main.tf': ENDED + cluster() }, options))).toEqual([])
  })
})

describe('a suppression that suppresses nothing', () => {
  const idle = `# ${ignore(MISSING)}\n${cluster().replace('aurora-', '')}`

  test('is reported where it stands', async () => {
    const report = await lint(idle)
    expect(report.findings).toMatchObject([
      {
        rule: UNUSED,
        severity: 'warning',
        verdict: 'violation',
        address: 'aws_rds_cluster.main',
        message: `the suppression of ${MISSING} at aws_rds_cluster.main matches no finding`,
        hint: 'remove it',
        related: [],
        url: expect.stringMatching(/#suppress-a-finding$/),
      },
    ])
    expect(report.findings[0]).not.toHaveProperty('path')
    expect(report.summary).toMatchObject({ warnings: 1, suppressed: 0 })
    expect(report.rules.map(({ id }) => id)).toEqual([KEY, MISSING, UNUSED])
    const [finding] = report.findings
    expect(finding?.location?.kind === 'source' && finding.location.source.slice(finding.location.span)).toBe(
      ignore(MISSING),
    )
  })

  test('is named with its argument', async () => {
    const text = cluster().replace('aurora-', '') + stream(`  kms_key_id = aws_kms_key.main.key_id # ${ignore(KEY)}\n`)
    expect((await lint(`${text}resource "aws_kms_key" "main" {}\n`)).findings).toMatchObject([
      { rule: UNUSED, address: 'aws_rds_cluster_activity_stream.main', path: 'kms_key_id' },
    ])
  })

  test('in part is to be shortened', async () => {
    const { findings } = await lint(`# ${ignore(`${MISSING}, ${KEY}`)}\n${cluster()}`)
    expect(findings.map(({ hint }) => hint)).toEqual([`remove ${KEY} from it`])
  })

  test.each<[string, Files, Partial<LintOptions>]>([
    ['its rule did not run', { 'main.tf': idle }, { only: [KEY] }],
    ['its rule was skipped', { 'main.tf': idle }, { only: [], skip: [MISSING] }],
    ['it is switched off', { 'main.tf': idle }, { severities: new Map([[UNUSED, 'off']]) }],
    ['it is skipped', { 'main.tf': idle }, { only: [MISSING], skip: [UNUSED] }],
    ['its file was not named', { 'main.tf': idle, 'other.tf': cluster() }, { paths: ['other.tf'] }],
    ['its block has no instance', { 'main.tf': `# ${ignore(MISSING)}\n${cluster('main', '  count = 0\n')}` }, {}],
    [
      'its module has no instance',
      {
        'main.tf': 'module "db" {\n  source = "./db"\n  count = 0\n}\n',
        'db/main.tf': `# ${ignore(MISSING)}\n${cluster()}`,
      },
      {},
    ],
  ])('is not, where %s', async (_, files, options) => {
    expect(told(await lint(files, options)).filter((line) => line.startsWith(UNUSED))).toEqual([])
  })

  test('is told that it may be about the whole block, where it stands at a part of one', async () => {
    const { findings } = await lint(cluster().replace('"aurora-mysql"', `"aurora-mysql" # ${ignore(MISSING)}`))
    expect(findings.map(({ rule }) => rule)).toEqual([MISSING, UNUSED])
    expect(findings[1]?.hint).toBe('remove it, or write it above the block if all of that is meant')
  })

  test('is, where it is switched off and asked for by name', async () => {
    const options = { only: [MISSING, UNUSED], severities: new Map([[UNUSED, 'off' as const]]) }
    expect((await lint(idle, options)).findings.map(({ severity }) => severity)).toEqual(['warning'])
  })

  test('weighs what the config says', async () => {
    const { findings, summary } = await lint(idle, { severities: new Map([[UNUSED, 'error']]) })
    expect(findings.map(({ severity }) => severity)).toEqual(['error'])
    expect(summary.errors).toBe(1)
  })

  test('cannot be suppressed by a comment', async () => {
    const { findings } = await lint(`# ${ignore(UNUSED)}\n${idle}`)
    expect(findings.map(({ rule }) => rule)).toEqual([UNUSED, UNUSED])
  })

  test('has a fingerprint that survives moved lines and renamed files', async () => {
    const fingerprint = async (files: Files | string) =>
      (await lint(files)).findings.map((finding) => finding.fingerprint)
    const before = await fingerprint(idle)
    expect(before).toHaveLength(1)
    expect(await fingerprint(`\n\n# more\n\n${idle}`)).toEqual(before)
    expect(await fingerprint({ 'x.tf': idle })).toEqual(before)
    expect(await fingerprint(idle.replaceAll('"main"', '"other"'))).not.toEqual(before)
  })

  test('is seen in a large module, in a file that can declare nothing of Aurora', async () => {
    const padding = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`zz_${index}.tf`, `locals {\n  l${index} = 1\n}\n`]),
    )
    const report = await lint({
      ...padding,
      'main.tf': cluster(),
      'aa.tf': `locals {\n  # ${ignore(KEY)}\n  key = 1\n}\n`,
    })
    expect(told(report)).toEqual([`${UNUSED} aa.tf:2`, `${MISSING} aws_rds_cluster.main`])
    expect(report.stats.filesParsed).toBe(2)
  })
})

describe('what is written wrongly', () => {
  test.each([
    [`# tf-das-lint:ignore ${MISSING}`, 'has no reason'],
    ['# tf-das-lint:ignore missing-activity-steam reason="dev"', 'names missing-activity-steam'],
    [`# tf-das-lint: ignore ${MISSING} reason="dev"`, 'has a blank'],
    [`// tf-das-lint:disable ${MISSING}`, 'begins with tf-das-lint:disable'],
    [`/* tf-das-lint:ignore ${MISSING} reason="dev" until=tomorrow */`, 'ends on tomorrow'],
    [`# tf-das-lint:ignore ${MISSING} reason="dev"\r\n  // until=tomorrow`, 'ends on tomorrow'],
    [`/* tf-das-lint:ignore ${MISSING} reason="dev"\r\n   until=tomorrow */`, 'ends on tomorrow'],
  ])('%s', async (comment, what) => {
    const report = await lint(`${comment}\n${cluster()}`)
    const [finding] = report.findings
    expect(told(report)).toEqual([`${UNUSED} main.tf:1`, `${MISSING} aws_rds_cluster.main`])
    expect(finding).toMatchObject({ severity: 'warning', address: 'aws_rds_cluster.main' })
    expect(finding?.message).toBe(`this suppression ${finding?.message.slice('this suppression '.length)}`)
    expect(finding?.message).toContain(what)
  })
})

describe('exemptions', () => {
  const FILE = '.tf-das-lint.json'
  const files: Files = {
    'main.tf': `${cluster()}module "dev" {\n  source = "./db"\n  for_each = toset(["a", "b"])\n}\n`,
    'db/main.tf': cluster('this', '  count = 2\n'),
  }
  const exempt = (address: string, rest: object = {}) => ({
    address,
    rules: [],
    reason: 'dev only',
    file: FILE,
    ...rest,
  })
  const all = [
    'aws_rds_cluster.main',
    ...['a', 'b'].flatMap((key) => [0, 1].map((index) => `module.dev["${key}"].aws_rds_cluster.this[${index}]`)),
  ]

  test.each([
    ['aws_rds_cluster.main', [0]],
    ['*', [0, 1, 2, 3, 4]],
    ['module.dev*', [1, 2, 3, 4]],
    ['module.dev["a"].*', [1, 2]],
    ['*.this[1]', [2, 4]],
    ['module.*.this[?]', []],
    ['aws_rds_cluster', []],
    ['aws_rds_cluster.mai.', []],
    ['**main**', [0]],
  ])('%s', async (address, indexes) => {
    const report = await lint(files, { exemptions: [exempt(address)] })
    const exempted = indexes.map((index) => all[index])
    expect(report.suppressed.map(({ finding }) => finding.address).sort()).toEqual([...exempted].sort())
    expect(report.findings.map((finding) => finding.address).sort()).toEqual(
      all.filter((each) => !exempted.includes(each)).sort(),
    )
  })

  test('of some rules leave the others', async () => {
    expect(told(await lint(cluster(), { exemptions: [exempt('*', { rules: [KEY] })] }))).toHaveLength(1)
    const report = await lint(cluster(), { exemptions: [exempt('*', { rules: [KEY, MISSING], until: TODAY })] })
    expect(report.suppressed.map(({ suppression }) => suppression)).toEqual([
      { kind: 'exemption', reason: 'dev only', until: TODAY, file: FILE },
    ])
  })

  test('that have ended give the finding back, and say so', async () => {
    const { findings } = await lint(cluster(), { exemptions: [exempt('*', { until: '2026-06-14' })] })
    expect(findings[0]?.because).toContain(`the exemption of * in ${FILE} ended on 2026-06-14`)
  })

  test('come behind comments, and are not complained of', async () => {
    const report = await lint(`# ${ignore(MISSING)}\n${cluster()}`, { exemptions: [exempt('*'), exempt('nothing')] })
    expect(told(report)).toEqual([])
    expect(report.suppressed.map(({ suppression }) => suppression.kind)).toEqual(['comment'])
  })
})

test('a comment in a file that was named is used by a finding in one that was not', async () => {
  const files = {
    'main.tf': `module "db" {\n  source = "./db"\n  key = "my key"\n}\n`,
    'db/main.tf': `variable "key" {}\nresource "aws_rds_cluster" "main" {\n  engine = "mysql"\n}\n# ${ignore(KEY)}\n${stream('  kms_key_id = var.key\n')}`,
  }
  const report = await lint(files, { paths: ['db/main.tf', 'main.tf'] })
  expect(told(report)).toEqual([])
  expect(told(await lint(files, { paths: ['main.tf'] }))).toEqual([])
})

test('the sample in the README suppresses what it says', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const [, sample = ''] = /## Suppress a finding\n[\s\S]*?```hcl\n([\s\S]*?)```/.exec(readme) ?? []
  const report = await lint(sample)
  expect(told(report)).toEqual([])
  expect(kept(report)).toEqual([`${MISSING} aws_rds_cluster.sandbox`, `${KEY} aws_rds_cluster_activity_stream.partner`])
})

test('a comment in what comes by standard input holds', async () => {
  const bytes = new TextEncoder().encode(`# ${ignore(MISSING)}\n${cluster()}# ${ignore(KEY)}\n${cluster('other')}`)
  const report = await lint({}, { paths: ['-'], standardInput: async () => bytes })
  expect([...told(report)].sort()).toEqual([`${MISSING} aws_rds_cluster.other`, `${UNUSED} standard-input.tf:5`])
  expect(kept(report)).toEqual([`${MISSING} aws_rds_cluster.main`])
})
