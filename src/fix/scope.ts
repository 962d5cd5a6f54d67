import type { LintOptions } from '../lint/options.js'
import type { Report } from '../report/report.js'
import { placesIn } from '../source/repository.js'
import { isConfigurationFile } from '../terraform/load/file-names.js'
import { directoryOf, inDirectory, userPath } from '../terraform/load/paths.js'
import { kindAt } from '../terraform/load/system-error.js'
import { besideDocuments, namedBy } from './named.js'

/** What a run that mends looks at. */
export interface Scope {
  /** Where patches may write. */
  readonly directories: readonly string[]
  /**
   * What has to stay in order: all of the modules that the paths are about, not only the files that are named, and of plans the
   * sources, for a plan knows nothing of what was changed since. The very options where that is the same.
   */
  readonly judged: LintOptions
}

export const scopeOf = async (options: LintOptions, report: Report): Promise<Scope> => {
  const { fileSystem, source, modules = [] } = options
  const named = await namedBy(options)
  const { directories, files } = named
  const placeOf = placesIn(fileSystem)
  const homes = new Set(report.findings.map(({ home }) => home))
  const isSource = (directory: string): boolean =>
    kindAt(fileSystem, directory) === 'directory' && homes.has(placeOf(userPath(fileSystem, directory)))
  const sources = report.stats.plans === 0 ? [] : besideDocuments(named, source).filter(isSource)
  const isWhole = report.stats.plans === 0 && files.length === 0
  const paths = [...directories, ...files, ...sources.flatMap((directory) => fileIn(options, directory))]
  return {
    directories: [...directories, ...modules, ...files.map(directoryOf), ...sources],
    judged: isWhole ? options : { ...options, paths, wholeModules: true },
  }
}

/** Any of its configuration files stands for a directory without those below it. */
const fileIn = ({ fileSystem }: LintOptions, directory: string): readonly string[] => {
  const file = fileSystem.list(directory).find(({ name, kind }) => kind === 'file' && isConfigurationFile(name))
  return file ? [inDirectory(userPath(fileSystem, directory), file.name)] : []
}
