/**
 * The tools that are compared, each with all that it can do without credentials and without a network. A finding is
 * `{ check, text }`: what the tool calls it, and enough of where and what to know it again in the mended sample.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url))
const tflintConfig = fileURLToPath(new URL('tflint.hcl', import.meta.url))

/** Nothing of the caller's settings: colours, variables of Terraform, a CI job, the tools' own configuration. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/COLOR|^TF_|^TFLINT_(?!PLUGIN_DIR)|^TRIVY_|^CKV_|^CI$|^GITHUB_/.test(name),
  ),
)

const spawned = (program, args, cwd) =>
  spawnSync(program, args, { cwd, env: environment, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })

export const tools = [
  {
    name: 'tf-das-lint',
    program: process.execPath,
    readsPlans: true,
    version: /^(\d\S*)/,
    versionArguments: [command, '--version'],
    arguments: (path) => [command, '--no-config', '--format', 'json', path],
    shown: 'tf-das-lint PATH',
    exits: [0, 1],
    findings: ({ findings }) =>
      findings.map(({ rule, address, message }) => ({ check: rule, text: `${address}: ${message}` })),
  },
  {
    name: 'tflint',
    program: 'tflint',
    readsPlans: false,
    version: /TFLint version (\S+)[\s\S]*ruleset\.aws \((\S+)\)/,
    versionArguments: ['--version', '--config', tflintConfig],
    arguments: () => ['--config', tflintConfig, '--format', 'json'],
    shown: 'tflint --config test/compare/tflint.hcl',
    exits: [0, 2],
    findings: ({ issues }) => issues.map(({ rule, message }) => ({ check: rule.name, text: message })),
  },
  {
    name: 'trivy',
    program: 'trivy',
    readsPlans: true,
    version: /^Version: (\S+)/,
    versionArguments: ['--version'],
    arguments: (path) => [
      ...['config', '--skip-check-update', '--skip-version-check', '--quiet', '--exit-code', '1', '--format', 'json'],
      path,
    ],
    shown: 'trivy config --skip-check-update --exit-code 1 PATH',
    exits: [0, 1],
    findings: ({ Results: results = [] }) =>
      results.flatMap(({ Misconfigurations: found = [] }) =>
        found.map(({ ID, Message, CauseMetadata }) => ({ check: ID, text: `${CauseMetadata?.Resource}: ${Message}` })),
      ),
  },
  {
    name: 'checkov',
    program: 'checkov',
    readsPlans: true,
    version: /^(\S+)/,
    versionArguments: ['--version'],
    arguments: (path) => [
      ...['--framework', path === '.' ? 'terraform' : 'terraform_plan', '--skip-download', '--output', 'json'],
      ...(path === '.' ? ['--directory', path] : ['--file', path]),
    ],
    shown: 'checkov --framework terraform --skip-download --directory PATH',
    exits: [0, 1],
    // Where there is nothing to check, the summary is the whole report.
    unread: (report) => (report.summary ?? report).parsing_errors,
    findings: (report) =>
      (report.results?.failed_checks ?? []).map(({ check_id, resource }) => ({ check: check_id, text: resource })),
    accepted: (report) =>
      (report.results?.passed_checks ?? []).map(({ check_id, resource }) => ({ check: check_id, text: resource })),
  },
]

/** The tool's version (and that of its ruleset), or undefined where the tool is not installed. */
export const versionOf = (tool) => {
  const { error, status, stdout } = spawned(tool.program, tool.versionArguments)
  if (error !== undefined || status !== 0) return undefined
  const [, version, ruleset] = tool.version.exec(stdout) ?? []
  return version === undefined ? undefined : { version, ...(ruleset === undefined ? {} : { ruleset }) }
}

/** Runs a tool on a directory, or on the plan there; a run that failed is an error, never a run without findings. */
export const run = (tool, directory, planned = false) => {
  const args = tool.arguments(planned && tool.readsPlans ? 'plan.json' : '.')
  const { error, status, stdout, stderr } = spawned(tool.program, args, directory)
  if (error !== undefined || !tool.exits.includes(status)) {
    throw error ?? new Error(`${tool.name} ${args.join(' ')} exited with ${status}: ${stderr || stdout}`)
  }
  const report = JSON.parse(stdout)
  const unread = tool.unread?.(report) ?? 0
  if (unread > 0) throw new Error(`${tool.name} could not read ${unread} files of ${directory}`)
  return { exit: status, findings: tool.findings(report), accepted: tool.accepted?.(report) ?? [] }
}

/** Seconds from spawn to exit. */
export const seconds = (program, args, directory) => {
  const start = process.hrtime.bigint()
  spawned(program, args, directory)
  return Number(process.hrtime.bigint() - start) / 1e9
}
