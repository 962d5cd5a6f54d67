/** The tree of modules below a root module, each read when its call is first asked for it. */
import type { Diagnostic } from '../../source/diagnostic.js'
import type { AbsentModule, Argument, Content, Module, ModuleCall } from '../configuration.js'
import type { CallDeclaration } from './declarations.js'
import type { Manifest } from './manifest.js'
import { dependsOn, providersOf } from './meta-arguments.js'
import { directoryBelow } from './paths.js'
import type { ConfigurationReader } from './reader.js'
import type { SurveyedDirectory } from './survey.js'

/** The way from the root module down to a module. */
interface Way {
  /** The root module's. */
  readonly manifest: Manifest
  /** `db.inner`, the names of the calls; empty at the root. */
  readonly key: string
  /** From the root to the module itself. */
  readonly directories: readonly SurveyedDirectory[]
}

export const rootModuleIn = (reader: ConfigurationReader, directory: SurveyedDirectory): Module =>
  moduleIn(reader, directory, { manifest: directory.manifest, key: '', directories: [directory] })

const moduleIn = (reader: ConfigurationReader, directory: SurveyedDirectory, way: Way): Module => {
  const { declarations, content } = reader.read(directory)
  const calls = new Map<string, ModuleCall>()
  for (const [name, call] of declarations.calls) calls.set(name, new SourceCall(reader, directory, name, call, way))
  return { kind: 'module', directory: directory.path, ...content, calls }
}

class SourceCall implements ModuleCall {
  readonly name: string
  readonly #reader: ConfigurationReader
  readonly #directory: SurveyedDirectory
  readonly #declaration: CallDeclaration
  readonly #way: Way
  #dependsOn: readonly Argument[] | undefined
  #providers: ReadonlyMap<string, string> | undefined
  #module: Module | AbsentModule | undefined

  constructor(
    reader: ConfigurationReader,
    directory: SurveyedDirectory,
    name: string,
    declaration: CallDeclaration,
    way: Way,
  ) {
    this.#reader = reader
    this.#directory = directory
    this.#declaration = declaration
    this.#way = way
    this.name = name
  }

  get content(): Content {
    return this.#declaration.content
  }

  get source(): Argument | undefined {
    return this.content.arguments.get('source')
  }

  get version(): Argument | undefined {
    return this.content.arguments.get('version')
  }

  get count(): Argument | undefined {
    return this.content.arguments.get('count')
  }

  get forEach(): Argument | undefined {
    return this.content.arguments.get('for_each')
  }

  get dependsOn(): readonly Argument[] {
    this.#dependsOn ??= dependsOn(this.content)
    return this.#dependsOn
  }

  get providers(): ReadonlyMap<string, string> {
    this.#providers ??= providersOf(this.content)
    return this.#providers
  }

  /** The names of the calls from the root module down to this one: `db.inner`. */
  get #key(): string {
    return this.#way.key === '' ? this.name : `${this.#way.key}.${this.name}`
  }

  /** Where the source lies, as far as the configuration and `terraform init` say. */
  get #path(): string | undefined {
    const { source } = this.#declaration
    return source === undefined ? undefined : (localPath(this.#directory, source) ?? this.#way.manifest.get(this.#key))
  }

  get module(): Module | AbsentModule {
    this.#module ??= this.#read()
    return this.#module
  }

  get relevant(): boolean {
    const directory = this.#path && this.#reader.survey.directory(this.#path)
    if (!directory || this.#reader.relevant.has(directory)) return true
    // What the called module calls from a registry lies where the root module's manifest says.
    for (const [key, path] of this.#way.manifest) {
      const deeper = key.startsWith(`${this.#key}.`) && this.#reader.survey.directory(path)
      if (deeper && this.#reader.relevant.has(deeper)) return true
    }
    return false
  }

  #read(): Module | AbsentModule {
    const { source } = this.#declaration
    if (source === undefined) {
      const because = this.source ? 'its source is no plain string' : 'it has no source'
      return { kind: 'absent', source: undefined, because, isInstallable: false }
    }
    const absent = (because: string): AbsentModule => ({ kind: 'absent', source, because, isInstallable: false })
    const uninstalled = (what: string): AbsentModule => ({
      ...absent(`its source (${source}) is not at hand${what}: run terraform init`),
      isInstallable: true,
    })
    const local = localPath(this.#directory, source)
    const path = this.#path
    if (path === undefined) return uninstalled('')
    const directory = this.#reader.survey.directory(path)
    if (!directory && local === undefined) {
      return uninstalled(`, ${path} is gone`)
    }
    if (!directory) {
      this.#report('warning', `the source of module.${this.name} does not exist: ${path} is no directory`)
      return absent(`its source (${source}) does not exist`)
    }
    if (directory.files.length === 0) {
      this.#report('warning', `the source of module.${this.name} holds no configuration: ${path} has no .tf file`)
      return absent(`its source (${source}) holds no configuration files`)
    }
    const { directories } = this.#way
    const at = directories.indexOf(directory)
    if (at !== -1) {
      const cycle = [...directories.slice(at), directory].map(({ path }) => path).join(' -> ')
      this.#report('error', `module.${this.name} calls itself, without end: ${cycle}`)
      return absent(`it calls itself (${cycle})`)
    }
    return moduleIn(this.#reader, directory, { ...this.#way, key: this.#key, directories: [...directories, directory] })
  }

  /** Once for each place, however many ways lead to it. */
  #report(severity: Diagnostic['severity'], message: string): void {
    const { diagnostics } = this.#reader
    const written = this.source?.written
    const known = diagnostics.some(
      (other) =>
        other.message === message && other.source === written?.source && other.span === written?.expressionSpan,
    )
    if (known) return
    const place = written && { file: written.source.path, source: written.source, span: written.expressionSpan }
    diagnostics.push({ severity, message, ...place })
  }
}

/** Where a directory's local calls lead. */
export const localCalls = (reader: ConfigurationReader, directory: SurveyedDirectory): readonly SurveyedDirectory[] =>
  [...reader.read(directory).declarations.calls.values()].flatMap(({ source }) => {
    const path = source === undefined ? undefined : localPath(directory, source)
    const called = path === undefined ? undefined : reader.survey.directory(path)
    return called ? [called] : []
  })

const localPath = ({ path }: SurveyedDirectory, source: string): string | undefined =>
  source.startsWith('./') || source.startsWith('../') ? directoryBelow(path, source) : undefined
