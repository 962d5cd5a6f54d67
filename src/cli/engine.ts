import type { Report } from '../report/report.js'
import type { FileSystem } from '../source/file-system.js'
import type { VariableArgument } from './arguments.js'

/** What the command asks of the engine: `lint` of the public API. */
export type Engine = (request: {
  readonly paths: readonly string[]
  readonly fileSystem: FileSystem
  readonly environment: ReadonlyMap<string, string>
  readonly variables: readonly VariableArgument[]
  readonly source?: string
  readonly only: readonly string[]
  readonly skip: readonly string[]
  readonly strict: boolean
  readonly standardInput: () => Promise<Uint8Array>
}) => Promise<Report>
