import { resolve } from 'node:path'
import type { FileSystem } from '../../source/file-system.js'
import { repositoryOf } from '../../source/repository.js'
import { localCalls } from './modules.js'
import { userPath } from './paths.js'
import { ConfigurationReader } from './reader.js'
import { byPath, reach, rootsAmong } from './roots.js'
import type { SurveyedDirectory } from './survey.js'

/**
 * The root modules through which a run over the whole repository judges the directories: by the path of a root module, which of the
 * directories its calls lead to. A module that is judged without its callers has no values, and lacks the stream that stands beside
 * the call. What is wrong elsewhere in the repository is not told: nobody asked.
 */
export const rootModulesReaching = (
  directories: Iterable<string>,
  fileSystem: FileSystem,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, ReadonlySet<string>>()
  for (const [repository, paths] of byRepository(directories, fileSystem)) {
    const reader = new ConfigurationReader(fileSystem)
    // Named before it is walked, a directory keeps the name that the user knows.
    const wanted = new Map<SurveyedDirectory, string>()
    for (const path of paths) {
      const directory = reader.survey.directory(path)
      if (directory) wanted.set(directory, path)
    }
    const walked = reader.survey.walk(userPath(fileSystem, repository))
    reader.surveyFrom(walked)
    // Whoever calls one of them is one of them: what is a root module here is one in the whole repository.
    const leading = reader.survey.leadingTo(wanted.keys(), walked)
    const candidates = walked.filter((each) => leading.has(each) && reader.relevant.has(each)).sort(byPath)
    for (const root of rootsAmong(reader, candidates, new Set(walked.slice(0, 1)))) {
      const reached = new Set<SurveyedDirectory>()
      reach(root, (directory) => localCalls(reader, directory).filter((called) => leading.has(called)), reached)
      const asked = [...reached].flatMap((directory) => wanted.get(directory) ?? [])
      if (asked.length > 0) found.set(root.path, new Set(asked))
    }
  }
  return found
}

const byRepository = (
  directories: Iterable<string>,
  fileSystem: FileSystem,
): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const path of directories) {
    const repository = repositoryOf(fileSystem, resolve(fileSystem.cwd, path))
    if (repository === undefined) continue
    const known = found.get(repository)
    if (known) known.push(path)
    else found.set(repository, [path])
  }
  return found
}
