import type { LintArguments } from '../cli/arguments.js'
import type { Engine } from '../cli/engine.js'
import type { Host } from './host.js'
import type { Inputs } from './inputs.js'
import type { Log } from './log.js'
import type { OnPullRequest } from './on-pull-request.js'
import type { Workspace } from './workspace.js'

/** What one run of the Action works with. */
export interface Job {
  readonly host: Host
  readonly log: Log
  readonly inputs: Inputs
  readonly given: LintArguments
  readonly workspace: Workspace
  readonly pull: OnPullRequest
  readonly engine: Engine
}
