import { relative, resolve } from 'node:path'
import { findConfig } from '../../config/find-config.js'
import { name } from '../../project.js'
import { visible } from '../../report/control-characters.js'
import { UserError } from '../../source/diagnostic.js'
import type { FileSystem } from '../../source/file-system.js'
import { repositoryOf, repositoryPath } from '../../source/repository.js'
import type { InitArguments } from '../arguments.js'
import type { ExitCode } from '../exit-code.js'
import { invocation } from '../invocation.js'
import type { Io } from '../io.js'
import { CONFIG, configText } from './config-template.js'
import { HOOK, hasHook, hookEntry, hookText } from './hook-template.js'
import { BRANCH, runsAction, WORKFLOW, workflowJob, workflowText } from './workflow-template.js'

/** A file to begin with. */
interface Starter {
  /** Relative to the working directory. */
  readonly path: string
  readonly text: string
  /** What is missing in a file that is there already; `undefined` where nothing is. */
  readonly addition: (text: string) => string | undefined
}

/** What to do next. */
type Step = readonly [command: string, does: string]

/**
 * Writes the files that are asked for where there are none. One that is there stays, and is no mistake: what to add to it goes to
 * stdout, all else to stderr.
 */
export const init = async ({ hook, workflow }: InitArguments, io: Io): Promise<ExitCode> => {
  const { fileSystem } = io
  const config = existingConfig(fileSystem)
  // Before anything is written: it may turn out that there is no repository.
  const further = hook || workflow ? inRepository(config ?? CONFIG, hook ? 'hook' : 'workflow', fileSystem) : undefined
  if (config === undefined) await plant({ path: CONFIG, text: configText(), addition: () => undefined }, io)
  else await tell(`${config} is the config here, and stays as it is`, io)
  const command = invocation(io.environment)
  const steps: Step[] = [[command, 'lints the working directory']]
  if (further && hook) {
    await plant(further.hook, io)
    steps.push(['pre-commit install', 'runs the hook at each commit'])
  }
  if (further && workflow) {
    const isOurs = await plant(further.workflow, io)
    // The workflow reads the config, and the hook names it: neither finds on another machine what is not committed.
    const files = [config ?? CONFIG, ...(hook ? [further.hook.path] : []), further.workflow.path]
    const runs = isOurs ? `on pull requests and on pushes to ${BRANCH}` : 'where its triggers say'
    steps.push([`git add ${files.join(' ')} && git commit`, `once pushed, the workflow runs ${runs}`])
  }
  if (!further) steps.push([`${command} init --hook --workflow`, 'writes the files of pre-commit and GitHub'])
  const width = Math.max(...steps.map(([run]) => run.length))
  await io.stderr.write(`next:\n${steps.map(([run, does]) => `  ${run.padEnd(width)}  ${does}\n`).join('')}`)
  return 0
}

/** The one that holds for the working directory, wherever it is. */
const existingConfig = (fileSystem: FileSystem): string | undefined => {
  const config = findConfig(fileSystem)
  if (config.kind === 'read') return config.value
  const [mistake] = config.diagnostics
  throw new UserError(mistake?.message ?? 'there are two configs', mistake?.hint)
}

/** What belongs to the root of the repository, wherever in it the configuration is. */
const inRepository = (
  config: string,
  asked: 'hook' | 'workflow',
  fileSystem: FileSystem,
): Readonly<Record<'hook' | 'workflow', Starter>> => {
  const { cwd } = fileSystem
  const root = repositoryOf(fileSystem, cwd)
  if (root === undefined) {
    throw new UserError(`the ${asked} belongs to a Git repository, and there is none here`, 'git init makes one')
  }
  const at = (path: string): string => relative(cwd, resolve(root, path)).replaceAll('\\', '/')
  const fromRoot = repositoryPath(root, cwd, config)
  const named = fromRoot.includes('/') ? fromRoot : undefined
  const directory = cwd === root ? undefined : repositoryPath(root, cwd, '.')
  return {
    hook: {
      path: at(HOOK),
      text: hookText(named),
      addition: (text) => (hasHook(text) ? undefined : `# below repos:\n${hookEntry(named, text)}`),
    },
    workflow: {
      path: at(WORKFLOW),
      text: workflowText(directory),
      addition: (text) => (runsAction(text) ? undefined : `# below jobs:\n${workflowJob(directory)}`),
    },
  }
}

/** Returns whether the file is the one that was asked for: what is there already may be another. */
const plant = async ({ path, text, addition }: Starter, io: Io): Promise<boolean> => {
  if (io.createFile(path, text)) {
    await tell(`wrote ${path}`, io)
    return true
  }
  const missing = addition(existing(path, io.fileSystem))
  if (missing === undefined) await tell(`${path} is there, and stays as it is`, io)
  else {
    await tell(`${path} is there, and stays as it is; what to add to it:`, io)
    await io.stdout.write(missing)
  }
  return false
}

/** What stands in a file that is not ours to change. */
const existing = (path: string, { kind, read }: FileSystem): string => {
  try {
    if (kind(path) === 'file') return new TextDecoder().decode(read(path))
  } catch {
    // Whatever it is, it is in the way.
  }
  throw new UserError(`cannot write ${path}: something of that name is there that cannot be read as a file`)
}

const tell = (sentence: string, { stderr }: Io): Promise<void> => stderr.write(`${name}: ${visible(sentence)}\n`)
