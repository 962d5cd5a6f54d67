import type { LintArguments } from '../cli/arguments.js'
import type { Inputs } from './inputs.js'
import type { Workspace } from './workspace.js'

/** What the inputs say, as the command line would; patches are asked for as text, and nothing is written. */
export const lintArguments = (inputs: Inputs, { path }: Pick<Workspace, 'path'>): LintArguments => ({
  kind: 'lint',
  paths: [...inputs.paths, ...inputs.plans].map(path),
  format: 'patch',
  outputs: [],
  fix: 'unsafe',
  dryRun: true,
  only: [],
  skip: [],
  failOn: inputs.failOn,
  strict: inputs.strict,
  variables: [],
  source: inputs.source === undefined ? undefined : path(inputs.source),
  config: inputs.config === undefined ? { kind: 'search' } : { kind: 'file', file: path(inputs.config) },
  baseline: inputs.baseline === undefined ? undefined : path(inputs.baseline),
  writeBaseline: false,
  color: 'auto',
  quiet: false,
  showSuppressed: false,
  stats: false,
  withDeleted: false,
})
