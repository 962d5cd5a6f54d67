import { name } from '../project.js'
import { UserError } from '../source/diagnostic.js'
import type { FileSystem } from '../source/file-system.js'
import { nearestName } from '../source/nearest-name.js'
import { namedCommands } from './options.js'

/** A first path that is not there, and reads like a command, was meant for one. */
export const refuseMistakenCommand = ([path = '', ...rest]: readonly string[], fileSystem: FileSystem): void => {
  const instead = meantCommand(path)
  if (instead === undefined || fileSystem.kind(path) !== undefined) return
  const command = [...instead, ...rest].join(' ')
  throw new UserError(
    `there is neither a command nor a path ${JSON.stringify(path)}`,
    path === 'lint' ? `paths are linted without a command: ${command}` : `did you mean ${command}?`,
  )
}

const meantCommand = (path: string): readonly string[] | undefined => {
  if (path === 'lint') return [name]
  const near = nearestName(path, namedCommands)
  // The name of a command itself is a path here because it was written as one, behind `--`.
  return near === undefined || near === path || /[./\\*?]/.test(path) ? undefined : [name, near]
}
