import type { Diagnostic } from '../../source/diagnostic.js'
import type { DirectoryEntry, FileSystem } from '../../source/file-system.js'
import { nearestName } from '../../source/nearest-name.js'
import { rootModulesReaching } from './callers.js'
import { isConfigurationFile, isValuesFile } from './file-names.js'
import { expandGlob, hasMagic } from './glob.js'
import { directoryOf, inDirectory, nameOf, userPath } from './paths.js'
import { ConfigurationReader } from './reader.js'
import { byPath, rootsAmong } from './roots.js'
import { ScannedTree } from './scanned-tree.js'
import type { SurveyedDirectory } from './survey.js'
import { kindAt, obstacleAt, reading } from './system-error.js'

/** A directory to lint as a root module. */
export interface RootDirectory {
  /** As the user knows it. */
  readonly path: string
  /** The files the user named: only findings in them are wanted. Absent where all of the module was named. */
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
  /** Directories that are asked about beside the paths, each without those below it; nothing is wrong with one that is none. */
  readonly modules?: readonly string[]
}

/** What the paths of the command line mean. A directory that was named is walked, that of a file is not. */
interface Named {
  readonly directories: Set<string>
  /** By directory. */
  readonly files: Map<string, Set<string>>
  /** Directories without those below them. */
  readonly modules: Set<string>
  readonly documents: Set<string>
}

/**
 * Finds the root modules that the paths stand for. A named directory is one, and so is each directory below it that no other
 * calls. A named file stands for those that lead to its directory, as the whole repository has them, or for the directory itself.
 * Only what can reach an Aurora cluster is parsed.
 * Never rejects for what is on disk: see `diagnostics`.
 */
export const discover = async (
  paths: readonly string[],
  fileSystem: FileSystem,
  { arbitrate = true, modules = [] }: DiscoveryOptions = {},
): Promise<Discovery> => {
  const reader = new ConfigurationReader(fileSystem)
  const { survey, diagnostics } = reader
  const named: Named = {
    directories: new Set(),
    files: new Map(),
    modules: new Set(modules.map((path) => userPath(fileSystem, path))),
    documents: new Set(),
  }
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
  const apart = [...new Set([...named.files.keys(), ...named.modules])].flatMap((path) => survey.directory(path) ?? [])

  reader.surveyFrom([...walked, ...apart])
  const asked = rootsOf(apart, named, reader)
  const { relevant } = reader
  if (arbitrate) await reader.arbitrate()
  const candidates = [...walked].filter((directory) => relevant.has(directory)).sort(byPath)
  const roots = rootsAmong(reader, candidates, chosen)
  const rootModules = [...roots].map(({ path }): RootDirectory => ({ path }))
  for (const [directory, root] of asked) {
    if (relevant.has(directory) && !roots.has(directory)) rootModules.push(root)
  }
  const seen = new Set([...walked, ...apart, ...asked.keys()].filter(({ files }) => files.length > 0))
  return {
    rootModules: rootModules.sort(byPath),
    directoriesSeen: seen.size,
    relevant: new Set([...relevant].map(({ path }) => path)),
    documents: [...named.documents],
    scannedTree: new ScannedTree(
      fileSystem,
      [...named.directories, ...[...apart, ...asked.keys()].map(({ path }) => path)],
      reader,
    ),
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
    // Its values may be the cause of a finding anywhere in the module.
    named.modules.add(directoryOf(shown))
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

/** What is asked of which root modules, for the directories that are asked about without those below them. */
const rootsOf = (
  apart: readonly SurveyedDirectory[],
  { files, modules }: Named,
  reader: ConfigurationReader,
): ReadonlyMap<SurveyedDirectory, RootDirectory> => {
  // What cannot reach a cluster is left at that, unless it may have lost the very file that did.
  const paths = apart
    .filter((each) => reader.relevant.has(each) || (modules.has(each.path) && each.files.length > 0))
    .map(({ path }) => path)
  const reaching = rootModulesReaching(paths, reader.fileSystem)
  const reached = new Set([...reaching.values()].flatMap((each) => [...each]))
  const onlyFiles = new Set([...files.values()].flatMap((each) => [...each]))
  const found = new Map<SurveyedDirectory, RootDirectory>()
  const add = (path: string, asked: readonly string[]): void => {
    const directory = reader.survey.directory(path)
    if (!directory) return
    const isWhole = asked.some((each) => modules.has(each))
    found.set(directory, isWhole ? { path: directory.path } : { path: directory.path, onlyFiles })
  }
  for (const path of paths) if (!reached.has(path)) add(path, [path])
  for (const [path, asked] of reaching) add(path, [...asked])
  reader.surveyFrom([...found.keys()])
  return found
}

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
