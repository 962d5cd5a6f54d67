import type * as core from '@actions/core'
import type { Io } from '../cli/io.js'

/** What of `@actions/core` the Action uses: the inputs and outputs, the log, the job summary. */
export type Toolkit = Pick<
  typeof core,
  'getInput' | 'setOutput' | 'setSecret' | 'setFailed' | 'info' | 'startGroup' | 'endGroup'
> & {
  readonly summary: Pick<typeof core.summary, 'addRaw' | 'write'>
}

/** All that the Action may touch. */
export interface Host {
  readonly toolkit: Toolkit
  readonly environment: ReadonlyMap<string, string>
  /** The process's own directory: the workspace where the runner names none. */
  readonly cwd: string
  /** For files that nobody named, where the runner has no directory of its own for them. */
  readonly temporaryDirectory: string
  /** What a run in that directory may touch; paths are relative to it. */
  readonly ioIn: (directory: string) => Io
  readonly setExitCode: (code: number) => void
}
