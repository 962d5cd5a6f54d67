/** Which directories are root modules: those that no other calls. */
import { localCalls } from './modules.js'
import type { ConfigurationReader } from './reader.js'
import type { SurveyedDirectory } from './survey.js'

/**
 * Those of the directories that none of the others calls, with the chosen ones. Where directories call each other in a circle
 * that nothing enters, the first of them stands for all.
 */
export const rootsAmong = (
  reader: ConfigurationReader,
  directories: readonly SurveyedDirectory[],
  chosen: ReadonlySet<SurveyedDirectory>,
): ReadonlySet<SurveyedDirectory> => {
  const known = new Map<SurveyedDirectory, readonly SurveyedDirectory[]>()
  // From what cannot reach a cluster no call leads to what can: it is not read.
  const callees = (directory: SurveyedDirectory): readonly SurveyedDirectory[] => {
    const found = known.get(directory) ?? localCalls(reader, directory).filter((callee) => reader.relevant.has(callee))
    known.set(directory, found)
    return found
  }
  const called = new Set<SurveyedDirectory>()
  for (const directory of directories) {
    for (const callee of callees(directory)) if (callee !== directory) called.add(callee)
  }
  const roots = new Set(directories.filter((directory) => chosen.has(directory) || !called.has(directory)))
  const reached = new Set<SurveyedDirectory>()
  for (const root of roots) reach(root, callees, reached)
  for (const directory of directories) {
    if (reached.has(directory)) continue
    roots.add(directory)
    reach(directory, callees, reached)
  }
  return roots
}

/** Adds the directory and all that its calls lead to. */
export const reach = (
  from: SurveyedDirectory,
  callees: (directory: SurveyedDirectory) => readonly SurveyedDirectory[],
  reached: Set<SurveyedDirectory>,
): void => {
  const pending = [from]
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    pending.push(...callees(next))
  }
}

export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0
