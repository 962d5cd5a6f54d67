import { resolve } from 'node:path'
import { join } from 'node:path/posix'
import type { FileSystem } from '../source/file-system.js'
import type { Surroundings } from '../terraform/evaluator.js'
import type { ScannedTree } from '../terraform/load/index.js'
import type { PlannedState } from '../terraform/planned-state.js'
import { known } from '../terraform/values.js'
import { fileSet } from './file-set.js'

/** Reads YAML once somebody has asked for it: few configurations do, and the reader takes its time to load. */
export interface YamlReader {
  isWanted: boolean
  read: ((text: string) => unknown) | undefined
}

export interface RunContext {
  readonly yaml: YamlReader
  readonly fileSystem: FileSystem
  readonly environment: ReadonlyMap<string, string>
}

/** What a root module is evaluated in: Terraform's workspace there, and the files that its functions may read. */
export const surroundings = (
  context: RunContext,
  directory: string,
  tree: ScannedTree | undefined,
  planned?: PlannedState,
): Surroundings => {
  const { fileSystem, environment } = context
  // As the configuration spells it: from the root module's directory.
  const located = (path: string): string => (path.startsWith('/') ? path : join(directory, path))
  const isReadable = (path: string): boolean => tree?.isInside(resolve(fileSystem.cwd, path)) ?? false
  return {
    workspace: known(workspace(fileSystem, environment, directory)),
    functions: {
      yaml: () => {
        context.yaml.isWanted = true
        return context.yaml.read
      },
      readFile: (path) => {
        const file = located(path)
        return isReadable(file) ? attempt(() => fileSystem.read(file)) : undefined
      },
      exists: (path) => {
        const file = located(path)
        return isReadable(file) ? fileSystem.kind(file) !== undefined : undefined
      },
      glob: (parent, pattern) => {
        const inside = located(parent)
        return isReadable(inside) ? attempt(() => fileSet(fileSystem, inside, pattern)) : undefined
      },
    },
    ...(planned && { planned }),
  }
}

/** As Terraform finds it: the environment, then what `terraform workspace select` left behind. */
const workspace = (fileSystem: FileSystem, environment: ReadonlyMap<string, string>, directory: string): string => {
  const selected = attempt(() => fileSystem.read(`${directory}/.terraform/environment`))
  const name = environment.get('TF_WORKSPACE') || (selected && new TextDecoder().decode(selected).trim())
  return name || 'default'
}

const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read()
  } catch {
    return undefined
  }
}
