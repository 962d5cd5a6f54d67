/** What the paths of a run name, for those who write there. */
import type { LintOptions } from '../lint/options.js'
import { isConfigurationFile, isValuesFile } from '../terraform/load/file-names.js'
import { expandGlob, hasMagic } from '../terraform/load/glob.js'
import { directoryOf, nameOf } from '../terraform/load/paths.js'
import { kindAt } from '../terraform/load/system-error.js'

export interface Named {
  readonly directories: readonly string[]
  /** Of modules: configuration, and values for it. */
  readonly files: readonly string[]
  /** Plans, if they are any; `-` is one of them. */
  readonly documents: readonly string[]
}

export const namedBy = async ({ paths, fileSystem }: Pick<LintOptions, 'paths' | 'fileSystem'>): Promise<Named> => {
  const directories: string[] = []
  const files: string[] = []
  const documents: string[] = []
  const sort = (path: string): void => {
    const kind = kindAt(fileSystem, path)
    if (kind === 'directory') directories.push(path)
    else if (kind === 'file' && (isConfigurationFile(nameOf(path)) || isValuesFile(path))) files.push(path)
    else if (path === '-' || kind === 'file') documents.push(path)
  }
  for (const path of paths) {
    const isPattern = path !== '-' && hasMagic(path) && kindAt(fileSystem, path) === undefined
    // Of a pattern's matches, values are nobody's wish, as in discovery.
    for (const each of isPattern
      ? (await expandGlob(path, fileSystem)).filter((match) => !isValuesFile(match))
      : [path])
      sort(each)
  }
  return { directories, files, documents }
}

/** Where the source of a plan is looked for. */
export const besideDocuments = ({ documents }: Named, source: string | undefined): readonly string[] => {
  if (source !== undefined) return [source]
  return [...new Set(documents.flatMap((path) => (path === '-' ? ['.'] : [directoryOf(path), '.'])))]
}
