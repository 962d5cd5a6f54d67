import { join, resolve } from 'node:path'
import type { Engine } from '../cli/engine.js'
import type { Io } from '../cli/io.js'
import type { Patches } from '../cli/outcome.js'
import { name } from '../project.js'
import { loadReporter } from '../report/load-reporter.js'
import type { Report } from '../report/report.js'
import type { ReportOptions } from '../report/reporter.js'
import { type Diagnostic, UserError } from '../source/diagnostic.js'
import type { Host } from './host.js'
import type { SarifInput } from './inputs.js'
import type { Workspace } from './workspace.js'

/** What a run leaves behind for later steps. */
export interface OutputFiles {
  /** Absolute; empty where none is written. */
  readonly sarif: string
  readonly patch: string
  /** What could not be written. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface Wanted {
  readonly sarif: SarifInput
  readonly report: Report
  readonly options: ReportOptions
  readonly patches: Patches | undefined
}

export const writeOutputFiles = async (
  host: Host,
  { io, path }: Workspace,
  engine: Engine,
  { sarif, report, options, patches }: Wanted,
): Promise<OutputFiles> => {
  const { fileSystem } = io
  const directory = host.environment.get('RUNNER_TEMP') || host.temporaryDirectory
  const diagnostics: Diagnostic[] = []
  const write = (file: string, text: string): string => {
    try {
      io.writeFile(file, text)
      return resolve(fileSystem.cwd, file)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      diagnostics.push({ severity: 'error', message: error.message })
      return ''
    }
  }
  const writeSarif = async (file: string): Promise<string> => {
    const reporter = await loadReporter('sarif')
    return write(file, reporter(report, { ...options, pages: await engine.pages() }))
  }
  const diff = patches?.diff() ?? ''
  return {
    sarif: await sarifPath(sarif, path, () => freePath(fileSystem, directory, 'sarif'), writeSarif),
    patch: diff === '' ? '' : write(freePath(fileSystem, directory, 'patch'), diff),
    diagnostics,
  }
}

const sarifPath = (
  sarif: SarifInput,
  path: Workspace['path'],
  temporary: () => string,
  write: (file: string) => Promise<string>,
): Promise<string> => {
  switch (sarif.kind) {
    case 'none':
      return Promise.resolve('')
    case 'temporary':
      return write(temporary())
    case 'file':
      return write(path(sarif.path))
    default:
      return sarif satisfies never
  }
}

/** `tf-das-lint.sarif`, then `tf-das-lint-2.sarif`: a second run in one job leaves alone what the first has written. */
const freePath = ({ kind }: Io['fileSystem'], directory: string, ending: string): string => {
  const at = (number: number): string => join(directory, `${name}${number === 1 ? '' : `-${number}`}.${ending}`)
  let number = 1
  while (kind(at(number)) !== undefined) number += 1
  return at(number)
}
