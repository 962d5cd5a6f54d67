/**
 * Which directories can reach an Aurora cluster, found out from the bytes of their files: nothing is parsed here.
 * Errs on one side only: a directory may be called relevant in vain, never irrelevant in vain.
 */
import type { Diagnostic } from '../../source/diagnostic.js'
import type { DirectoryEntry, FileSystem } from '../../source/file-system.js'
import { scanBytes } from './byte-scan.js'
import { encodedInUtf16 } from './decode.js'
import { type ConfigurationFileName, configurationFiles, isConfigurationFile } from './file-names.js'
import { type Manifest, manifestFile, readManifest } from './manifest.js'
import { directoryBelow, inDirectory, nameOf } from './paths.js'
import { readEach } from './read-each.js'
import { kindAt, reading } from './system-error.js'

/** A directory whose files were read. */
export interface SurveyedDirectory {
  /** As the user knows it; the first name where symbolic links give it several. */
  readonly path: string
  /** What tells directories apart. */
  readonly realPath: string
  /** In reading order; unreadable ones are left out. */
  readonly files: readonly ConfigurationFileName[]
  /** All names of regular files: variable files are among them. */
  readonly fileNames: readonly string[]
  /** Of all the files. */
  readonly bytes: number
  readonly touchesAurora: boolean
  readonly manifest: Manifest
  /** Relative paths that may be calls of modules. */
  readonly relativePaths: readonly string[]
}

type Callers = ReadonlyMap<SurveyedDirectory, readonly SurveyedDirectory[]>

// A set hands out what is added to it while it is walked.
const withCallers = (called: Iterable<SurveyedDirectory>, callers: Callers): ReadonlySet<SurveyedDirectory> => {
  const found = new Set(called)
  for (const directory of found) for (const caller of callers.get(directory) ?? []) found.add(caller)
  return found
}

// `.terraform`, `.git` and the like are hidden.
const isWalked = (name: string): boolean => !name.startsWith('.') && name !== 'node_modules'

/** In bytes; somewhat above it a file is too long for one string. */
const LARGEST_FILE = 1 << 28

export class Survey {
  readonly #fileSystem: FileSystem
  readonly #byRealPath = new Map<string, SurveyedDirectory>()
  readonly #byPath = new Map<string, SurveyedDirectory | undefined>()
  readonly #diagnostics: Diagnostic[]
  filesRead = 0
  bytesRead = 0

  constructor(fileSystem: FileSystem, diagnostics: Diagnostic[]) {
    this.#fileSystem = fileSystem
    this.#diagnostics = diagnostics
  }

  /** The directory and everything below it, each directory once however many links lead to it. */
  walk(path: string): readonly SurveyedDirectory[] {
    const found: SurveyedDirectory[] = []
    const visited = new Set<string>()
    // Links wait until everything else is known by its own name.
    const links: string[] = []
    const visit = (directory: string, realPath: string): void => {
      const pending: (readonly [path: string, realPath: string])[] = [[directory, realPath]]
      for (let next = pending.pop(); next; next = pending.pop()) {
        const [path, realPath] = next
        if (visited.has(realPath)) continue
        visited.add(realPath)
        const entries = this.#list(path)
        if (!entries) continue
        found.push(this.#survey(path, realPath, entries))
        for (const { name, kind, link } of entries) {
          if (kind !== 'directory' || !isWalked(name)) continue
          if (link) links.push(inDirectory(path, name))
          else pending.push([inDirectory(path, name), inDirectory(realPath, name)])
        }
      }
    }
    const realPath = this.#realPath(path)
    if (realPath !== undefined) visit(path, realPath)
    for (let link = links.shift(); link !== undefined; link = links.shift()) {
      const realPath = this.#realPath(link)
      if (realPath !== undefined) visit(link, realPath)
    }
    return found
  }

  /** One directory, without what lies below it; `undefined` where there is none. */
  directory(path: string): SurveyedDirectory | undefined {
    const known = this.#byPath.get(path)
    if (known || this.#byPath.has(path)) return known
    const realPath = kindAt(this.#fileSystem, path) === 'directory' ? this.#realPath(path) : undefined
    const surveyed = realPath === undefined ? undefined : this.#byRealPath.get(realPath)
    const entries = realPath === undefined || surveyed ? undefined : this.#list(path)
    const directory = realPath !== undefined && entries ? this.#survey(path, realPath, entries) : surveyed
    this.#byPath.set(path, directory)
    return directory
  }

  /**
   * Those of the directories, and of the directories they may call, from which an Aurora cluster can be reached;
   * what is called is looked up wherever it lies.
   */
  relevant(directories: Iterable<SurveyedDirectory>): ReadonlySet<SurveyedDirectory> {
    const seen = new Set(directories)
    const callers = this.#callersAmong(seen)
    return withCallers(
      [...seen].filter(({ touchesAurora }) => touchesAurora),
      callers,
    )
  }

  /** Those of the directories that may lead to one of the wanted, which are among them. */
  leadingTo(
    wanted: Iterable<SurveyedDirectory>,
    directories: Iterable<SurveyedDirectory>,
  ): ReadonlySet<SurveyedDirectory> {
    return withCallers(wanted, this.#callersAmong(new Set(directories)))
  }

  /** Who may call whom; what is called joins the directories. */
  #callersAmong(seen: Set<SurveyedDirectory>): Callers {
    const callers = new Map<SurveyedDirectory, SurveyedDirectory[]>()
    // A set hands out what is added to it while it is walked.
    for (const directory of seen) {
      for (const path of this.#calledPaths(directory)) {
        const called = this.directory(path)
        if (!called || called === directory) continue
        seen.add(called)
        const known = callers.get(called)
        if (known) known.push(directory)
        else callers.set(called, [directory])
      }
    }
    return callers
  }

  *#calledPaths({ path, relativePaths, manifest }: SurveyedDirectory): Iterable<string> {
    for (const relative of relativePaths) yield directoryBelow(path, relative)
    yield* manifest.values()
  }

  #survey(path: string, realPath: string, entries: readonly DirectoryEntry[]): SurveyedDirectory {
    const known = this.#byRealPath.get(realPath)
    if (known) return known
    const names = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name)
    const { files, ...scanned } = this.#scan(path, configurationFiles(names))
    this.#reportOthers(path, entries)
    const initialised = entries.some(({ name, kind }) => name === '.terraform' && kind === 'directory')
    const directory: SurveyedDirectory = {
      path,
      realPath,
      files,
      fileNames: names,
      ...scanned,
      manifest:
        initialised && kindAt(this.#fileSystem, manifestFile(path)) === 'file'
          ? readManifest(this.#fileSystem, path)
          : new Map(),
    }
    this.#byRealPath.set(realPath, directory)
    this.#byPath.set(path, directory)
    return directory
  }

  #scan(
    directory: string,
    names: readonly ConfigurationFileName[],
  ): Pick<SurveyedDirectory, 'files' | 'bytes' | 'touchesAurora' | 'relativePaths'> {
    const unreadable = new Set<string>()
    const relativePaths = new Set<string>()
    let touchesAurora = false
    let bytes = 0
    const paths = names.map(({ name }) => inDirectory(directory, name))
    readEach(this.#fileSystem, paths, (path, content) => {
      if (content instanceof Error) {
        unreadable.add(nameOf(path))
        this.#report('error', path, reading(content))
        return
      }
      this.filesRead += 1
      if (content.length > LARGEST_FILE) {
        unreadable.add(nameOf(path))
        this.#report('error', path, 'is larger than 256 MiB, it is not read')
        return
      }
      bytes += content.length
      const scan = scanBytes(content)
      if (scan.encoding === 'utf-16') {
        unreadable.add(nameOf(path))
        this.#diagnostics.push(encodedInUtf16(path))
      }
      touchesAurora ||= scan.touchesAurora
      for (const relative of scan.relativePaths) relativePaths.add(relative)
    })
    const files = names.filter(({ name }) => !unreadable.has(name))
    this.bytesRead += bytes
    return { files, bytes, touchesAurora, relativePaths: [...relativePaths] }
  }

  /** Links that lead nowhere, sockets and the like: what holds no configuration hides none, so a warning is enough. */
  #reportOthers(directory: string, entries: readonly DirectoryEntry[]): void {
    for (const { name, kind, link } of entries) {
      if (kind !== 'other' || !isConfigurationFile(name)) continue
      const what = link ? 'is a symbolic link that leads nowhere' : 'is no regular file'
      this.#report('warning', inDirectory(directory, name), `${what}, it is not read`)
    }
  }

  #list(path: string): readonly DirectoryEntry[] | undefined {
    try {
      const entries = [...this.#fileSystem.list(path)]
      // The order of a directory is the file system's whim; that of findings and diagnostics is not.
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    } catch (error) {
      if (!(error instanceof Error)) throw error
      this.#report('error', path, reading(error))
      return undefined
    }
  }

  #realPath(path: string): string | undefined {
    try {
      return this.#fileSystem.realPath(path)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      this.#report('error', path, reading(error))
      return undefined
    }
  }

  #report(severity: Diagnostic['severity'], file: string, message: string): void {
    this.#diagnostics.push({ severity, file, message: `${file} ${message}` })
  }
}
