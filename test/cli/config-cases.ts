/** What a config and a baseline do to a run: in this process, and in one of its own. */
export interface ConfigCase {
  readonly says: string
  readonly files: Readonly<Record<string, string>>
  readonly argv?: readonly string[]
  readonly code: number
  /** The beginnings of what is reported, in order: `error[…]`. */
  readonly reported: readonly string[]
  /** Texts that stderr holds; without them it is empty. */
  readonly stderr?: readonly string[]
}

export const CLUSTER = 'resource "aws_rds_cluster" "main" {\n  engine = "aurora-postgresql"\n}\n'
const UNDECIDED = 'variable "engine" {}\nresource "aws_rds_cluster" "main" {\n  engine = var.engine\n}\n'

const MISSING = 'missing-activity-stream'
const ERROR = `error[${MISSING}]`
const exempt = (until: string): string =>
  JSON.stringify({ exempt: [{ address: 'aws_rds_cluster.*', rules: [MISSING], reason: 'dev only', until }] })

export const configCases: readonly ConfigCase[] = [
  { says: 'without a config', files: { 'main.tf': CLUSTER }, code: 1, reported: [ERROR] },
  {
    says: 'a rule that is off',
    files: { 'main.tf': CLUSTER, '.tf-das-lint.json': `{"rules": {"${MISSING}": "off"}}` },
    code: 0,
    reported: [],
  },
  {
    says: 'another severity',
    files: { 'main.tf': CLUSTER, '.tf-das-lint.yaml': `rules:\n  ${MISSING}: warning\n` },
    argv: ['--fail-on', 'error'],
    code: 0,
    reported: [`warning[${MISSING}]`],
  },
  {
    says: 'another severity, for the exit code too',
    files: { 'main.tf': CLUSTER, '.tf-das-lint.yml': `rules:\n  ${MISSING}: note\n` },
    code: 0,
    reported: [`note[${MISSING}]`],
  },
  {
    says: 'a rule that is off, asked for by name',
    files: { 'main.tf': CLUSTER, '.tf-das-lint.json': `{"rules": {"${MISSING}": "off"}}` },
    argv: ['--only', MISSING],
    code: 1,
    reported: [ERROR],
  },
  {
    says: 'what to fail on',
    files: { 'main.tf': CLUSTER, '.tf-das-lint.json': '{"failOn": "never"}' },
    code: 0,
    reported: [ERROR],
  },
  {
    says: 'what to fail on, and the command line something else',
    files: { 'main.tf': CLUSTER, '.tf-das-lint.json': '{"failOn": "never"}' },
    argv: ['--fail-on', 'error'],
    code: 1,
    reported: [ERROR],
  },
  {
    says: 'strict',
    files: { 'main.tf': UNDECIDED, '.tf-das-lint.json': '{"strict": true}' },
    code: 1,
    reported: [`undecided[${MISSING}]`],
  },
  {
    says: 'strict, and the command line the opposite',
    files: { 'main.tf': UNDECIDED, '.tf-das-lint.json': '{"strict": true}' },
    argv: ['--strict=false'],
    code: 0,
    reported: [`undecided[${MISSING}]`],
  },
  {
    says: 'strict, with another severity',
    files: { 'main.tf': UNDECIDED, '.tf-das-lint.json': `{"strict": true, "rules": {"${MISSING}": "note"}}` },
    code: 0,
    reported: [`undecided[${MISSING}]`],
  },
  {
    says: 'a config that is not to be read',
    files: { 'main.tf': CLUSTER, '.tf-das-lint.json': 'broken' },
    argv: ['--no-config'],
    code: 1,
    reported: [ERROR],
  },
  {
    says: 'a config of another name',
    files: { 'main.tf': CLUSTER, '.tf-das-lint.json': 'broken', 'ci/das.json': '{"failOn": "never"}' },
    argv: ['--config', 'ci/das.json'],
    code: 0,
    reported: [ERROR],
  },
  {
    says: 'an exemption',
    files: { 'main.tf': CLUSTER, '.tf-das-lint.json': exempt('2999-12-31') },
    code: 0,
    reported: [],
  },
  {
    says: 'an exemption that has ended',
    files: { 'main.tf': CLUSTER, '.tf-das-lint.json': exempt('2020-01-31') },
    code: 1,
    reported: [ERROR],
  },
  {
    says: 'two configs',
    files: { 'main.tf': CLUSTER, '.tf-das-lint.json': '{}', '.tf-das-lint.yaml': '{}' },
    code: 2,
    reported: [],
    stderr: ['error: .tf-das-lint.json and .tf-das-lint.yaml are both configs: which of them\nholds?\n'],
  },
  {
    says: 'mistakes',
    files: { 'main.tf': CLUSTER, '.tf-das-lint.yaml': 'rules:\n  missing-activity-steam: off\nfail-on: error\n' },
    code: 2,
    reported: [],
    stderr: [
      `error: there is no rule missing-activity-steam\n --> .tf-das-lint.yaml:2:3\n  |\n1 | rules:\n2 |   missing-activity-steam: off\n  |   ^^^^^^^^^^^^^^^^^^^^^^\n3 | fail-on: error\n  = help: did you mean ${MISSING}?\n`,
      'error: there is no key fail-on\n --> .tf-das-lint.yaml:3:1\n',
    ],
  },
  {
    says: 'a config that is not there',
    files: { 'main.tf': CLUSTER },
    argv: ['--config', 'das.json'],
    code: 2,
    reported: [],
    stderr: ['error: das.json does not exist\n'],
  },
  {
    says: 'a config and none',
    files: { 'main.tf': CLUSTER },
    argv: ['--config', 'das.json', '--no-config'],
    code: 2,
    reported: [],
    stderr: ['tf-das-lint: --config and --no-config contradict each other\n'],
  },
  {
    says: 'a baseline that is not there',
    files: { 'main.tf': CLUSTER },
    argv: ['--baseline', 'known.json'],
    code: 2,
    reported: [],
    stderr: ['error: known.json does not exist\n  = help: --write-baseline writes the baseline\n'],
  },
  {
    says: 'a baseline of the config that is not there',
    files: { 'main.tf': CLUSTER, 'ci/das.yaml': 'baseline: known.json\n' },
    argv: ['--config=ci/das.yaml'],
    code: 2,
    reported: [],
    stderr: ['error: ci/known.json does not exist\n'],
  },
  {
    says: 'a baseline with a conflict',
    files: { 'main.tf': CLUSTER, 'known.json': '{\n  "version": 1,\n  "findings": [\n<<<<<<< HEAD\n' },
    argv: ['--baseline', 'known.json'],
    code: 2,
    reported: [],
    stderr: ['error: expected a JSON value\n --> known.json:4:1\n', '= help: --write-baseline writes the baseline\n'],
  },
  {
    says: 'a baseline of another version',
    files: { 'main.tf': CLUSTER, 'known.json': '{"version": 2, "findings": []}' },
    argv: ['--baseline', 'known.json'],
    code: 2,
    reported: [],
    stderr: ['error: version is 1; not 2\n --> known.json:1:13\n'],
  },
  {
    says: 'a baseline with what is mended',
    files: {
      'main.tf': CLUSTER,
      'known.json': `{"version": 1, "findings": [{"rootModule": ".", "address": "x", "rule": "${MISSING}", "fingerprint": "a"}]}`,
    },
    argv: ['--baseline', 'known.json'],
    code: 1,
    reported: [ERROR],
    stderr: [
      'warning: 1 of 1 finding in known.json is there no longer\n  = help: --write-baseline drops what is mended\n',
    ],
  },
]

/** `error[…]` of each finding in a text report. */
export const reportedIn = (stdout: string): readonly string[] => stdout.match(/^\w+\[[\w-]+\]/gm) ?? []
