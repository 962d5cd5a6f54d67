import { BUG, stackOf } from '../cli/bug.js'
import type { Engine } from '../cli/engine.js'
import { linted } from '../cli/linted.js'
import { name } from '../project.js'
import { annotations } from '../report/annotations.js'
import { visible } from '../report/control-characters.js'
import { diagnosticsText } from '../report/diagnostics.js'
import { type Diagnostic, UserError } from '../source/diagnostic.js'
import { lintArguments } from './arguments.js'
import type { Host } from './host.js'
import { inputsOf } from './inputs.js'
import type { Job } from './job.js'
import { COLUMNS, Log } from './log.js'
import { onPullRequest } from './on-pull-request.js'
import { tell } from './tell.js'
import { type Workspace, workspaceOf } from './workspace.js'

/** The whole step: reads the inputs, lints, and says what it found wherever the inputs want it said. Never throws. */
export const run = async (host: Host, engine: Engine): Promise<void> => {
  try {
    await step(host, engine)
  } catch (error) {
    if (error instanceof UserError) {
      const { message, hint } = error
      fail(host, 2, `${name}: ${message}${hint === undefined ? '' : ` (${hint})`}`)
      return
    }
    new Log(host).text(stackOf(error))
    fail(host, 3, BUG)
  }
}

const step = async (host: Host, engine: Engine): Promise<void> => {
  const { toolkit } = host
  const inputs = inputsOf((input) => toolkit.getInput(input))
  if (inputs.token !== undefined) toolkit.setSecret(inputs.token)
  const log = new Log(host)
  const workspace = workspaceOf(host, inputs)
  const pull = await onPullRequest(host, inputs, workspace, log)
  const given = lintArguments(inputs, workspace)
  const result = await linted(given, workspace.io, pull.scoped(engine), { graphs: inputs.summary })
  if (result.kind === 'wrong') {
    refuse(host, log, result.diagnostics, workspace)
    return
  }
  const job: Job = { host, log, inputs, given, workspace, pull, engine }
  const { code, failure } = await tell(job, result)
  if (failure === undefined) host.setExitCode(code)
  else fail(host, code, failure)
}

/** What is wrong with the config or the baseline: nothing was linted. */
const refuse = (host: Host, log: Log, diagnostics: readonly Diagnostic[], { repositoryPath }: Workspace): void => {
  log.text(diagnosticsText(diagnostics, { color: false, columns: COLUMNS, isOwn: true }))
  log.annotateFirst(annotations({ diagnostics, findings: [] }, repositoryPath), { error: 1, warning: 0, notice: 0 })
  const [first, ...others] = diagnostics
  const more = others.length === 0 ? '' : `, and ${others.length} more`
  fail(host, 2, `${name}: ${first?.message ?? 'the config cannot be read'}${more}; nothing is linted`)
}

/** The last thing that a step says; its code after it, for the toolkit knows but one. */
const fail = ({ toolkit, setExitCode }: Host, code: number, sentence: string): void => {
  toolkit.setFailed(visible(sentence))
  setExitCode(code)
}
