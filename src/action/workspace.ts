import { isAbsolute, resolve } from 'node:path'
import type { Io } from '../cli/io.js'
import { UserError } from '../source/diagnostic.js'
import type { FileSystem } from '../source/file-system.js'
import { isWithin, repositoryPath, repositoryRoot } from '../source/repository.js'
import type { Host } from './host.js'
import type { Inputs } from './inputs.js'

/** Where a run takes place. */
export interface Workspace {
  readonly io: Io
  /** A path of an input as it is to be read. */
  readonly path: (written: string) => string
  /** A path relative to the working directory from the repository's root, `/`-separated; absolute where it lies outside. */
  readonly named: (path: string) => string
  /** The same of what is behind symbolic links: GitHub shows the lines of a file by no other name than its own. */
  readonly repositoryPath: (path: string) => string
}

/**
 * Throws a `UserError` where there is no such directory, where nothing in the workspace is what the paths could lead to, and where
 * several paths stand in one line.
 */
export const workspaceOf = (
  host: Host,
  { workingDirectory, paths, plans }: Pick<Inputs, 'workingDirectory' | 'paths' | 'plans'>,
): Workspace => {
  const top = resolve(host.environment.get('GITHUB_WORKSPACE') || host.cwd)
  const { fileSystem: files } = host.ioIn(top)
  const isEmpty = files.kind(top) !== 'directory' || files.list(top).length === 0
  if (isEmpty && ![...paths, ...plans].some((path) => isAbsolute(path))) {
    throw new UserError('there is nothing in the workspace', 'run actions/checkout in a step before')
  }
  const directory = resolve(top, existing(files.kind, workingDirectory))
  if (files.kind(directory) !== 'directory') {
    throw new UserError(`the input working-directory names no directory of the workspace: ${workingDirectory}`)
  }
  const io = host.ioIn(directory)
  refuseSeveralInOne('paths', paths, io.fileSystem)
  refuseSeveralInOne('plan', plans, io.fileSystem)
  // Without a checkout, as in a job that got the files as an artifact, the workspace is laid out like the repository.
  const found = repositoryRoot(io.fileSystem)
  const isFound = files.kind(resolve(found, '.git')) !== undefined
  const root = isFound || !isWithin(top, directory) ? found : top
  const ownRoot = real(io, root)
  const named = (path: string): string => repositoryPath(root, directory, path)
  return {
    io,
    path: (written) => existing(io.fileSystem.kind, written),
    named,
    repositoryPath: (path) => {
      const own = real(io, resolve(directory, path))
      return isWithin(ownRoot, own) ? repositoryPath(ownRoot, directory, own) : named(path)
    },
  }
}

/** Other actions part paths at commas or blanks. Of a glob it cannot be told: `{prod,test}/*` is one. */
const refuseSeveralInOne = (
  input: 'paths' | 'plan',
  paths: readonly string[],
  { kind }: Pick<FileSystem, 'kind'>,
): void => {
  const several = paths.find((path) => /[,\s]/.test(path) && !/[*?[{(]/.test(path) && !kind(existing(kind, path)))
  if (several === undefined) return
  throw new UserError(
    `the input ${input} names what is not there: ${JSON.stringify(several)}`,
    'several paths are written one a line',
  )
}

const real = ({ fileSystem }: Io, path: string): string => {
  try {
    return fileSystem.realPath(path)
  } catch {
    // It is not there, or not any more.
    return path
  }
}

/** With `/` for `\` where it leads nowhere as it is written: workflows for several systems write one of the two. */
const existing = (kind: (path: string) => unknown, written: string): string =>
  written.includes('\\') && kind(written) === undefined ? written.replaceAll('\\', '/') : written
