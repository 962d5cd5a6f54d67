import { name } from '../project.js'
import { UserError } from '../source/diagnostic.js'
import type { FileSystem } from '../source/file-system.js'
import { nearestName } from '../source/nearest-name.js'
import { namedCommands } from './options.js'

/** A first path that is not there, and reads like a command, was meant for one. */
export const refuseMistakenCommand = ([path = '', ...rest]: readonly string[], fileSystem: FileSystem): void => {
  const meant = path === 'lint' ? path : nearestName(path, namedCommands)
  if (meant === undefined || /[./\\*?]/.test(path) || fileSystem.kind(path) !== undefined) return
  const instead = [name, ...(meant === 'lint' ? [] : [meant]), ...rest].join(' ')
  throw new UserError(
    `there is neither a command nor a path ${JSON.stringify(path)}`,
    meant === 'lint' ? `paths are linted without a command: ${instead}` : `did you mean ${instead}?`,
  )
}
