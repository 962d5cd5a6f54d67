import type { Diagnostic } from '../../source/diagnostic.js'
import type { RootModule } from '../configuration.js'
import { givenTo, type Outside } from './given.js'
import { rootModuleIn } from './modules.js'
import type { ConfigurationReader } from './reader.js'

export interface LoadedRootModule extends RootModule {
  /** Names that `--var` sets and this root module does not declare: see `undeclaredVariables`. */
  readonly undeclared: readonly string[]
  /** Of its variables' values alone; what is wrong with the configuration is in the reader's diagnostics. */
  readonly diagnostics: readonly Diagnostic[]
}

/** The configuration that a directory holds, with what its variables are given. The modules it calls are read when asked for. */
export const loadRootModule = (
  directory: string,
  reader: ConfigurationReader,
  outside: Outside = { environment: new Map(), options: [] },
): LoadedRootModule => {
  const surveyed = reader.survey.directory(directory)
  if (!surveyed) throw new Error(`${directory} is no directory`)
  if (!reader.relevant.has(surveyed)) reader.surveyFrom([surveyed])
  const module = rootModuleIn(reader, surveyed)
  const { values, undeclared, diagnostics } = givenTo(module, surveyed, reader.fileSystem, outside)
  return { module, given: values, undeclared, diagnostics }
}
