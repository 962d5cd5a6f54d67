import type { ParsedFile } from '../../hcl/syntax.js'
import type { Diagnostic } from '../../source/diagnostic.js'
import type { FileSystem } from '../../source/file-system.js'
import { decodeSource } from '../../source/source-file.js'
import { type Declarations, declarationsOf, type ReadFile } from './declarations.js'
import { type ModuleContent, moduleContentOf } from './module-content.js'
import { arbitrateFile, parseConfiguration, refused } from './parse.js'
import { inDirectory } from './paths.js'
import { Survey, type SurveyedDirectory } from './survey.js'
import { reading } from './system-error.js'

/** A directory's files, parsed and sorted by what they declare; shared by all calls of it. */
export interface ReadDirectory {
  readonly declarations: Declarations
  readonly content: ModuleContent
}

/** Reads each directory's configuration once, when somebody wants it. */
export class ConfigurationReader {
  readonly fileSystem: FileSystem
  /** Everything that was wrong with what has been read so far: grows when further modules are read. */
  readonly diagnostics: Diagnostic[] = []
  readonly survey: Survey
  /** Directories from which an Aurora cluster can be reached. */
  readonly relevant = new Set<SurveyedDirectory>()
  readonly #files = new Map<string, ParsedFile | undefined>()
  readonly #directories = new Map<SurveyedDirectory, ReadDirectory>()
  filesParsed = 0

  constructor(fileSystem: FileSystem) {
    this.fileSystem = fileSystem
    this.survey = new Survey(fileSystem, this.diagnostics)
  }

  /** Finds out which of the directories, and of those they call, can reach an Aurora cluster. */
  surveyFrom(directories: readonly SurveyedDirectory[]): void {
    for (const directory of this.survey.relevant(directories)) this.relevant.add(directory)
  }

  /**
   * Has HashiCorp's own parser judge the relevant directories' files that ours refuses. What is read later is not judged:
   * that parser can only be loaded asynchronously.
   */
  async arbitrate(): Promise<void> {
    for (const directory of this.relevant) {
      for (const { name, syntax } of directory.files) {
        const path = inDirectory(directory.path, name)
        const parsed = this.#parse(path, syntax)
        if (parsed && refused(parsed)) this.#files.set(path, await arbitrateFile(parsed))
      }
    }
  }

  read(directory: SurveyedDirectory): ReadDirectory {
    const known = this.#directories.get(directory)
    if (known) return known
    const files = directory.files.flatMap(({ name, syntax, override }): readonly ReadFile[] => {
      const parsed = this.#parse(inDirectory(directory.path, name), syntax)
      if (parsed) this.diagnostics.push(...parsed.diagnostics)
      return parsed ? [{ parsed, override }] : []
    })
    const declarations = declarationsOf(files)
    this.diagnostics.push(...declarations.diagnostics)
    const read = { declarations, content: moduleContentOf(declarations) }
    this.#directories.set(directory, read)
    return read
  }

  /** The directories of all modules that have been read so far. */
  directoriesRead(): readonly SurveyedDirectory[] {
    return [...this.#directories.keys()]
  }

  #parse(path: string, syntax: 'native' | 'json'): ParsedFile | undefined {
    if (this.#files.has(path)) return this.#files.get(path)
    let bytes: Uint8Array | undefined
    try {
      bytes = this.fileSystem.read(path)
    } catch (error) {
      // It was readable a moment ago.
      if (!(error instanceof Error)) throw error
      this.diagnostics.push({ severity: 'error', file: path, message: `${path} ${reading(error)}` })
    }
    const source = bytes && decodeSource(path, bytes)
    if (source && !source.faithful) {
      const message = `${path} is not valid UTF-8, broken characters are read as U+FFFD`
      this.diagnostics.push({ severity: 'error', file: path, message, hint: 'save it as UTF-8' })
    }
    const parsed = source && parseConfiguration(source, syntax)
    if (parsed) this.filesParsed += 1
    this.#files.set(path, parsed)
    return parsed
  }
}
