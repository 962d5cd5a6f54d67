import type { ParsedFile } from '../../hcl/syntax.js'
import type { Diagnostic } from '../../source/diagnostic.js'
import type { FileSystem } from '../../source/file-system.js'
import { type IndexedBlock, indexBlocks } from './block-index.js'
import { holdsInstruction, scanBytes } from './byte-scan.js'
import { type Declarations, type DeferredFile, declarationsOf, type ReadFile } from './declarations.js'
import { decode } from './decode.js'
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

/**
 * In a directory no larger than this every file is parsed, and so checked for syntax: users expect it, and it takes a few
 * milliseconds. In a larger one those files wait that cannot declare anything of Aurora.
 */
const WHOLLY_PARSED = { files: 24, bytes: 128 * 1024 }

/** Reads each directory's configuration once, when somebody wants it. */
export class ConfigurationReader {
  readonly fileSystem: FileSystem
  /** Everything that was wrong with what has been read so far: grows when further modules are read. */
  readonly diagnostics: Diagnostic[] = []
  readonly survey: Survey
  /** Directories from which an Aurora cluster can be reached. */
  readonly relevant = new Set<SurveyedDirectory>()
  readonly #files = new Map<string, ParsedFile | undefined>()
  readonly #deferredByDirectory = new Map<SurveyedDirectory, ReadonlyMap<string, readonly IndexedBlock[]>>()
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
      const deferred = this.#deferredFiles(directory)
      for (const { name, syntax } of directory.files) {
        if (deferred.has(name)) continue
        const path = inDirectory(directory.path, name)
        const parsed = this.#parse(path, syntax)
        if (parsed && refused(parsed)) this.#files.set(path, await arbitrateFile(parsed))
      }
    }
  }

  read(directory: SurveyedDirectory): ReadDirectory {
    const known = this.#directories.get(directory)
    if (known) return known
    const deferred = this.#deferredFiles(directory)
    const files = directory.files.flatMap(({ name, syntax, override }): readonly (ReadFile | DeferredFile)[] => {
      const path = inDirectory(directory.path, name)
      const blocks = deferred.get(name)
      if (blocks) return [this.#deferred(path, blocks)]
      const parsed = this.#parse(path, syntax)
      if (parsed) this.diagnostics.push(...parsed.diagnostics)
      return parsed ? [{ parsed, override }] : []
    })
    const declarations = declarationsOf(files)
    this.diagnostics.push(...declarations.diagnostics)
    const read = { declarations, content: moduleContentOf(declarations) }
    this.#directories.set(directory, read)
    return read
  }

  #deferred(path: string, blocks: readonly IndexedBlock[]): DeferredFile {
    let read: Declarations | undefined
    const declarations = (): Declarations => {
      if (read) return read
      const parsed = this.#parse(path, 'native')
      read = declarationsOf(parsed ? [{ parsed, override: false }] : [])
      this.diagnostics.push(...(parsed?.diagnostics ?? []), ...read.diagnostics)
      return read
    }
    return { blocks, declarations }
  }

  /** The files that need not be parsed before something in them is asked for, with what they declare. */
  #deferredFiles(directory: SurveyedDirectory): ReadonlyMap<string, readonly IndexedBlock[]> {
    const known = this.#deferredByDirectory.get(directory)
    if (known) return known
    const { files, bytes } = directory
    const isSmall = files.length <= WHOLLY_PARSED.files && bytes <= WHOLLY_PARSED.bytes
    const deferred =
      isSmall || files.some(({ override }) => override)
        ? new Map<string, readonly IndexedBlock[]>()
        : this.#deferrable(directory)
    this.#deferredByDirectory.set(directory, deferred)
    return deferred
  }

  #deferrable({ path: directory, files }: SurveyedDirectory): ReadonlyMap<string, readonly IndexedBlock[]> {
    const indexed = new Map<string, readonly IndexedBlock[]>()
    const declared = new Map<string, number>()
    const count = (name: string): unknown => declared.set(name, (declared.get(name) ?? 0) + 1)
    for (const { name, syntax } of files) {
      const path = inDirectory(directory, name)
      const bytes = syntax === 'native' ? this.#bytes(path) : undefined
      const isWanted = !bytes || scanBytes(bytes).touchesAurora || holdsInstruction(bytes)
      const blocks = isWanted ? undefined : indexBlocks(bytes)
      if (blocks) indexed.set(name, blocks)
      const names = blocks?.map(({ kind, name }) => `${kind} ${name}`) ?? namesIn(this.#parse(path, syntax))
      for (const name of names) count(name)
    }
    // What is declared twice is a mistake, to be reported with both places.
    const isUnique = ({ kind, name }: IndexedBlock): boolean => declared.get(`${kind} ${name}`) === 1
    return new Map([...indexed].filter(([, blocks]) => blocks.every(isUnique)))
  }

  /** All files that have been parsed so far, each once. */
  *parsedFiles(): Iterable<ParsedFile> {
    for (const parsed of this.#files.values()) if (parsed) yield parsed
  }

  /** The directories of all modules that have been read so far. */
  directoriesRead(): readonly SurveyedDirectory[] {
    return [...this.#directories.keys()]
  }

  #parse(path: string, syntax: 'native' | 'json'): ParsedFile | undefined {
    if (this.#files.has(path)) return this.#files.get(path)
    const bytes = this.#bytes(path)
    const source = bytes && decode(path, bytes, (diagnostic) => this.diagnostics.push(diagnostic))
    const parsed = source && parseConfiguration(source, syntax)
    if (parsed) this.filesParsed += 1
    this.#files.set(path, parsed)
    return parsed
  }

  #bytes(path: string): Uint8Array | undefined {
    try {
      return this.fileSystem.read(path)
    } catch (error) {
      // It was readable a moment ago.
      if (!(error instanceof Error)) throw error
      this.diagnostics.push({ severity: 'error', file: path, message: `${path} ${reading(error)}` })
      return undefined
    }
  }
}

/** Named as in an index. */
const namesIn = (parsed: ParsedFile | undefined): readonly string[] =>
  parsed?.body.blocks.flatMap(({ type, labels, body }) => {
    const name = labels.map(({ value }) => value).join('.')
    switch (type) {
      case 'locals':
        return [...body.attributes.keys()].map((local) => `local ${local}`)
      case 'data':
        return [`resource data.${name}`]
      default:
        return [`${type} ${name}`]
    }
  }) ?? []
