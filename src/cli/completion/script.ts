import { basename } from 'node:path/posix'
import { name } from '../../project.js'
import { UserError } from '../../source/diagnostic.js'
import type { CompletionArguments } from '../arguments.js'
import { shells } from '../options.js'
import { bashScript } from './bash.js'
import { type CommandLine, commandLine } from './command-line.js'
import { fishScript } from './fish.js'
import { zshScript } from './zsh.js'

type Shell = (typeof shells)[number]

const scripts: Readonly<Record<Shell, (line: CommandLine) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

/** What completes the command in a shell, without starting it. Throws a `UserError` where nobody says in which. */
export const completionScript = (
  { shell }: CompletionArguments,
  rules: CommandLine['rules'],
  environment: ReadonlyMap<string, string>,
): string => scripts[shell ?? shellOf(environment)](commandLine(rules))

const shellOf = (environment: ReadonlyMap<string, string>): Shell => {
  const path = environment.get('SHELL') ?? ''
  const shell = shells.find((each) => each === basename(path))
  if (shell !== undefined) return shell
  throw new UserError(
    path === '' ? 'SHELL does not say which shell this is' : `there is no completion for ${path}`,
    `name one of ${shells.join(', ')}: ${name} completion ${shells[0]}`,
  )
}
