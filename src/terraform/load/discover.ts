import type { Diagnostic } from '../../source/diagnostic.js'
import type { DirectoryEntry, FileSystem } from '../../source/file-system.js'
import { nearestName } from '../../source/nearest-name.js'
import { isConfigurationFile, isValuesFile } from './file-names.js'
import { expandGlob, hasMagic } from './glob.js'
import { localCalls } from './modules.js'
import { directoryOf, inDirectory, nameOf, userPath } from './paths.js'
import { ConfigurationReader } from './reader.js'
import { ScannedTree } from './scanned-tree.js'
import type { SurveyedDirectory } from './survey.js'
import { kindAt, obstacleAt, reading } from './system-error.js'

/** A directory to lint as a root module. */
export interface RootDirectory {
  /** As the user knows it. */
  readonly path: string
  /** The files the user named: only findings in them are wanted. Absent where the directory itself was named. */
  readonly onlyFiles?: ReadonlySet<string>
}

export interface Discovery {
  /** Those root modules from which an Aurora cluster can be reached, by path. */
  readonly rootModules: readonly RootDirectory[]
  /** How many directories with configuration were looked at, whether they can reach a cluster or not. */
  readonly directoriesSeen: number
  /** Directories from which an Aurora cluster can be reached. */
  readonly relevant: ReadonlySet<string>
  /** Files that were named and are no configuration: plans, states and the like, to be recognised by their content. */
  readonly documents: readonly string[]
  /** What file functions may read. */
  readonly scannedTree: ScannedTree
  /** Everything wrong with what has been read so far; grows when modules are read later. */
  readonly diagnostics: readonly Diagnostic[]
  /** What `loadRootModule` takes the files from. */
  readonly reader: ConfigurationReader
}

export interface DiscoveryOptions {
  /** Ask HashiCorp's parser about files that ours refuses: they get its messages. True by default. */
  readonly arbitrate?: boolean
}

/** What the paths of the command line mean. A directory that was named is walked, that of a file is not. */
interface Named {
  readonly directories: Set<string>
  readonly files: Map<string, Set<string>>
  readonly documents: Set<string>
}

/**
 * Finds the root modules that the paths stand for. A named directory is one, and so is each directory below it that no other
 * calls; a named file makes its directory one. Only what can reach an Aurora cluster is parsed.
 * Never rejects for what is on disk: see `diagnostics`.
 */
export const discover = async (
  paths: readonly string[],
  fileSystem: FileSystem,
  { arbitrate = true }: DiscoveryOptions = {},
): Promise<Discovery> => {
  const reader = new ConfigurationReader(fileSystem)
  const { survey, diagnostics } = reader
  const named: Named = { directories: new Set(), files: new Map(), documents: new Set() }
  for (const path of paths) await sortPath(path, fileSystem, named, diagnostics)

  const walked = new Set<SurveyedDirectory>()
  const chosen = new Set<SurveyedDirectory>()
  for (const path of named.directories) {
    const found = survey.walk(path)
    const [top] = found
    if (top && top.files.length > 0) chosen.add(top)
    for (const directory of found) walked.add(directory)
    if (top && found.every(holdsNothing)) diagnostics.push(emptyDirectory(path))
  }
  const ofFiles = new Map<SurveyedDirectory, ReadonlySet<string>>()
  for (const [path, files] of named.files) {
    const directory = survey.directory(path)
    if (directory) ofFiles.set(directory, files)
  }

  reader.surveyFrom([...walked, ...ofFiles.keys()])
  const { relevant } = reader
  if (arbitrate) await reader.arbitrate()
  const candidates = [...walked].filter((directory) => relevant.has(directory)).sort(byPath)
  const roots = rootsAmong(reader, candidates, chosen)
  const rootModules = [...roots].map(({ path }): RootDirectory => ({ path }))
  for (const [directory, onlyFiles] of ofFiles) {
    if (relevant.has(directory) && !roots.has(directory)) rootModules.push({ path: directory.path, onlyFiles })
  }
  const seen = new Set([...walked, ...ofFiles.keys()].filter(({ files }) => files.length > 0))
  return {
    rootModules: rootModules.sort(byPath),
    directoriesSeen: seen.size,
    relevant: new Set([...relevant].map(({ path }) => path)),
    documents: [...named.documents],
    scannedTree: new ScannedTree(fileSystem, [...named.directories, ...named.files.keys()], reader),
    diagnostics,
    reader,
  }
}

const sortPath = async (
  path: string,
  fileSystem: FileSystem,
  named: Named,
  diagnostics: Diagnostic[],
): Promise<void> => {
  const shown = userPath(fileSystem, path)
  const kind = kindAt(fileSystem, shown)
  if (kind === 'directory') {
    named.directories.add(shown)
  } else if (kind === 'file' && isConfigurationFile(nameOf(shown))) {
    const directory = directoryOf(shown)
    const files = named.files.get(directory) ?? new Set()
    named.files.set(directory, files.add(shown))
  } else if (kind === 'file' && isValuesFile(shown)) {
    const hint = 'name the directory that it is for, and give the variables with --var-file'
    diagnostics.push(problem(path, `${path} is a file of variables`, hint))
  } else if (kind !== undefined) {
    named.documents.add(shown)
  } else if (hasMagic(path)) {
    const matches = await expandGlob(path, fileSystem)
    if (matches.length === 0) diagnostics.push(problem(path, `nothing matches ${path}`))
    for (const match of matches) {
      // `envs/*` also matches a readme, which nobody meant.
      const isMeant =
        kindAt(fileSystem, match) === 'directory' ||
        isConfigurationFile(nameOf(match)) ||
        (/\.json$/.test(match) && !isValuesFile(match))
      if (isMeant) await sortPath(match, fileSystem, named, diagnostics)
    }
  } else {
    diagnostics.push(missingPath(path, shown, fileSystem))
  }
}

/**
 * Those of the directories that none of the others calls, with the chosen ones. Where directories call each other in a circle
 * that nothing enters, the first of them stands for all.
 */
const rootsAmong = (
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
  const reach = (root: SurveyedDirectory): void => {
    const pending = [root]
    for (let next = pending.pop(); next; next = pending.pop()) {
      if (reached.has(next)) continue
      reached.add(next)
      pending.push(...callees(next))
    }
  }
  for (const root of roots) reach(root)
  for (const directory of directories) {
    if (reached.has(directory)) continue
    roots.add(directory)
    reach(directory)
  }
  return roots
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0

const problem = (file: string, message: string, hint?: string): Diagnostic => ({
  severity: 'error',
  message,
  file,
  ...(hint !== undefined && { hint }),
})

const missingPath = (path: string, shown: string, fileSystem: FileSystem): Diagnostic => {
  const obstacle = obstacleAt(fileSystem, shown)
  if (obstacle) return problem(path, `${path} ${reading(obstacle)}`)
  const directory = directoryOf(shown)
  const name = nameOf(shown)
  const entries = entriesOf(fileSystem, directory)
  if (entries.some((entry) => entry.name === name && entry.link)) {
    return problem(path, `${path} is a symbolic link that leads nowhere`, 'correct the link or remove it')
  }
  const near = nearestName(
    name,
    entries.map(({ name }) => name),
  )
  const hint =
    near === undefined
      ? 'name a directory, a .tf file or a plan as JSON; paths are relative to the working directory'
      : `did you mean ${inDirectory(directory, near)}?`
  return problem(path, `${path} does not exist`, hint)
}

const entriesOf = (fileSystem: FileSystem, directory: string): readonly DirectoryEntry[] => {
  try {
    return fileSystem.list(directory)
  } catch {
    return []
  }
}

/** Files that cannot be read have been complained of: they are not nothing. */
const holdsNothing = ({ fileNames }: SurveyedDirectory): boolean => !fileNames.some(isConfigurationFile)

const emptyDirectory = (path: string): Diagnostic =>
  problem(
    path,
    `${path} holds no Terraform configuration`,
    'name a directory with .tf or .tofu files, or a plan as JSON',
  )
