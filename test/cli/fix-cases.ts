/** What `--fix` and patches as a format do to a run: in this process, and in one of its own. */
export interface FixCase {
  readonly says: string
  readonly files: Readonly<Record<string, string>>
  readonly argv: readonly string[]
  readonly code: number
  /** The beginnings of what is reported, in order: `error[…]`. */
  readonly reported: readonly string[]
  /** Texts that stdout holds, or does not. */
  readonly stdout?: readonly string[]
  readonly notInStdout?: readonly string[]
  /** Texts that stderr holds; without them it is empty. */
  readonly stderr?: readonly string[]
  /** What files hold afterwards; the others are as they were. */
  readonly written?: Readonly<Record<string, string>>
}

const QUOTED = '"aws_kms_key.audit.arn"'
const REFERENCE = 'aws_kms_key.audit.key_id'
const OLD = '"5.7.mysql_aurora.2.10.5"'
const NEW = '"5.7.mysql_aurora.2.11.2"'

/** With a mistake for a safe patch, the key, and one for an unsafe one, the version. */
export const mistaken = (key = QUOTED, version = OLD): string => `resource "aws_kms_key" "audit" {
  enable_key_rotation = true
}

resource "aws_rds_cluster" "main" {
  engine         = "aurora-mysql"
  engine_version = ${version}
}

resource "aws_rds_cluster_instance" "main" {
  cluster_identifier = aws_rds_cluster.main.id
  engine             = aws_rds_cluster.main.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_activity_stream" "main" {
  resource_arn = aws_rds_cluster.main.arn
  mode         = "async"
  kms_key_id   = ${key}

  depends_on = [aws_rds_cluster_instance.main]
}
`

const BOTH = mistaken()
const SAFE = mistaken(REFERENCE)
const ALL = mistaken(REFERENCE, NEW)
const KEY = 'error[invalid-kms-key-id]'
const VERSION = 'error[unsupported-engine-version]'

const keyDiff = (path = 'main.tf'): string => `--- a/${path}
+++ b/${path}
@@ -16,7 +16,7 @@
 resource "aws_rds_cluster_activity_stream" "main" {
   resource_arn = aws_rds_cluster.main.arn
   mode         = "async"
-  kms_key_id   = ${QUOTED}
+  kms_key_id   = ${REFERENCE}
`
const versionLines = `-  engine_version = ${OLD}\n+  engine_version = ${NEW}\n`

export const fixCases: readonly FixCase[] = [
  {
    says: '--fix applies the safe patches, and reports what is left',
    files: { 'main.tf': BOTH },
    argv: ['--fix'],
    code: 1,
    reported: [VERSION],
    stdout: ['\ntf-das-lint --fix=unsafe mends it\n'],
    stderr: [
      'tf-das-lint: mended 1 finding in 1 file: main.tf\ntf-das-lint: 1 finding is left; --fix=unsafe mends it\n',
    ],
    written: { 'main.tf': SAFE },
  },
  {
    says: '--fix=unsafe applies all',
    files: { 'main.tf': BOTH },
    argv: ['--fix=unsafe'],
    code: 0,
    reported: [],
    stdout: ['1 Aurora cluster, streamed\n'],
    stderr: ['tf-das-lint: mended 2 findings in 1 file: main.tf\ntf-das-lint: no finding is left\n'],
    written: { 'main.tf': ALL },
  },
  {
    says: '--fix . mends the working directory',
    files: { 'main.tf': BOTH },
    argv: ['--fix', '.'],
    code: 1,
    reported: [VERSION],
    stderr: ['mended 1 finding in 1 file: main.tf\n'],
    written: { 'main.tf': SAFE },
  },
  {
    says: '--fix=safe is --fix',
    files: { 'main.tf': SAFE },
    argv: ['--fix=safe'],
    code: 1,
    reported: [VERSION],
    stderr: ['tf-das-lint: no finding has a safe patch\ntf-das-lint: 1 finding is left; --fix=unsafe mends it\n'],
  },
  {
    says: '--fix where there is nothing to mend',
    files: { 'main.tf': ALL },
    argv: ['--fix=unsafe'],
    code: 0,
    reported: [],
    stderr: ['tf-das-lint: there is nothing to mend\n'],
  },
  {
    says: '--fix --quiet tells what is left alone',
    files: { 'main.tf': BOTH },
    argv: ['--fix', '-q'],
    code: 1,
    reported: [VERSION],
    notInStdout: ['--fix=unsafe mends'],
    written: { 'main.tf': SAFE },
  },
  {
    says: '--fix reports in JSON what is left',
    files: { 'main.tf': BOTH },
    argv: ['--fix', '--format', 'json'],
    code: 1,
    reported: [],
    stdout: ['"rule": "unsupported-engine-version"'],
    notInStdout: ['"rule": "invalid-kms-key-id"', '---'],
    stderr: ['mended 1 finding in 1 file: main.tf\n'],
    written: { 'main.tf': SAFE },
  },
  {
    says: '--fix reports in SARIF what is left',
    files: { 'main.tf': BOTH },
    argv: ['--fix', '--format=sarif'],
    code: 1,
    reported: [],
    stdout: ['"ruleId": "unsupported-engine-version"'],
    notInStdout: ['"ruleId": "invalid-kms-key-id"'],
    stderr: ['mended 1 finding in 1 file: main.tf\n'],
    written: { 'main.tf': SAFE },
  },
  {
    says: '--fix decides the exit code by what is left',
    files: { 'main.tf': BOTH },
    argv: ['--fix', '--fail-on', 'never'],
    code: 0,
    reported: [VERSION],
    stderr: ['mended 1 finding'],
    written: { 'main.tf': SAFE },
  },
  {
    says: '--fix --dry-run shows the diff, then what would be left, and writes nothing',
    files: { 'main.tf': BOTH },
    argv: ['--fix', '--dry-run'],
    code: 1,
    reported: [VERSION],
    stdout: [keyDiff(), '\n }\n\nmain.tf  1 error\n\n'],
    stderr: ['the patch mends 1 finding in 1 file: main.tf\n', '1 finding is left; --fix=unsafe mends it\n'],
  },
  {
    says: '--fix=unsafe --dry-run exits by what there is now',
    files: { 'main.tf': BOTH },
    argv: ['--dry-run', '--fix=unsafe'],
    code: 1,
    reported: [],
    stdout: [versionLines, '\n\n1 Aurora cluster, streamed\n'],
    stderr: ['the patch mends 2 findings in 1 file: main.tf\n', 'no finding is left\n'],
  },
  {
    says: '--fix --dry-run in JSON shows the diff beside it',
    files: { 'main.tf': BOTH },
    argv: ['--fix', '--dry-run', '--format', 'json'],
    code: 1,
    reported: [],
    stdout: ['"rule": "unsupported-engine-version"'],
    notInStdout: ['+++', '"rule": "invalid-kms-key-id"'],
    stderr: [keyDiff(), 'the patch mends 1 finding in 1 file: main.tf\n'],
  },
  {
    says: '--fix --dry-run shows no secret',
    files: {
      'main.tf': BOTH.replace('  mode ', '  password     = "geheim"\n  mode '),
    },
    argv: ['--fix', '--dry-run', '--only', 'invalid-kms-key-id'],
    code: 1,
    reported: [],
    stdout: ['   password     = ***\n', `+  kms_key_id   = ${REFERENCE}\n`],
    notInStdout: ['geheim'],
    stderr: ['the patch mends 1 finding in 1 file: main.tf\n'],
  },
  {
    says: '--format patch writes the safe patches, and nothing to disk',
    files: { 'main.tf': BOTH },
    argv: ['--format', 'patch'],
    code: 1,
    reported: [],
    stdout: [keyDiff()],
    notInStdout: ['Aurora cluster', versionLines],
    stderr: ['the patch mends 1 finding in 1 file: main.tf\n', '1 finding is left; --fix=unsafe mends it\n'],
  },
  {
    says: '--fix=unsafe --format patch writes all of them, and nothing to disk',
    files: { 'main.tf': BOTH },
    argv: ['--fix=unsafe', '--format', 'patch', '--quiet'],
    code: 1,
    reported: [],
    stdout: [versionLines, `+  kms_key_id   = ${REFERENCE}\n`],
  },
  {
    says: '--format patch holds what the files hold, secrets too',
    files: {
      'main.tf': BOTH.replace('  mode ', '  password     = "geheim"\n  mode '),
    },
    argv: ['--format', 'patch', '-q', '--only', 'invalid-kms-key-id'],
    code: 1,
    reported: [],
    stdout: ['   password     = "geheim"\n'],
  },
  {
    says: '--format patch in colour is for people',
    files: { 'main.tf': BOTH },
    argv: ['--format', 'patch', '-q', '--color', 'always'],
    code: 1,
    reported: [],
    stdout: [`\u001b[32m+  kms_key_id   = ${REFERENCE}\u001b[39m\n`],
  },
  {
    says: '--format patch is empty where there is nothing to mend',
    files: { 'main.tf': ALL },
    argv: ['--format', 'patch', '-q'],
    code: 0,
    reported: [],
  },
  {
    says: '--output patch=FILE, beside a report of what there is',
    files: { 'main.tf': BOTH },
    argv: ['--output', 'patch=das.patch', '-q'],
    code: 1,
    reported: [VERSION, KEY],
    written: { 'das.patch': `${keyDiff()} \n   depends_on = [aws_rds_cluster_instance.main]\n }\n` },
  },
  {
    says: '--output patch=FILE of what --fix has done',
    files: { 'main.tf': BOTH },
    argv: ['--output=patch=das.patch', '--fix', '-q'],
    code: 1,
    reported: [VERSION],
    written: {
      'main.tf': SAFE,
      'das.patch': `${keyDiff()} \n   depends_on = [aws_rds_cluster_instance.main]\n }\n`,
    },
  },
  {
    says: 'a patch names files from the root of the repository',
    files: { '.git/HEAD': '', 'infra/db/main.tf': BOTH },
    argv: ['infra', '--format', 'patch', '-q'],
    code: 1,
    reported: [],
    stdout: [keyDiff('infra/db/main.tf')],
  },
  {
    says: 'a file that is generated is left alone',
    files: { 'main.tf': `# Code generated by a tool. DO NOT EDIT.\n${BOTH}` },
    argv: ['--fix=unsafe'],
    code: 1,
    reported: [VERSION, KEY],
    stdout: ['no patch: main.tf is generated, as its line 1 says'],
    stderr: ['tf-das-lint: no finding has a patch\ntf-das-lint: 2 findings are left\n'],
  },
  {
    says: 'what is suppressed is not mended',
    files: {
      'main.tf': BOTH.replace(
        QUOTED,
        `${QUOTED} # tf-das-lint:ignore invalid-kms-key-id reason="the pipeline writes it"`,
      ),
    },
    argv: ['--fix', '--only', 'invalid-kms-key-id'],
    code: 0,
    reported: [],
    stderr: ['tf-das-lint: there is nothing to mend\n'],
  },
]
