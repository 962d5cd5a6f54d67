/** What the files of one directory declare, overrides assigned to what they override; contents are made when asked for. */
import type { Block, ParsedFile } from '../../hcl/syntax.js'
import type { Diagnostic } from '../../source/diagnostic.js'
import type { Argument, Content, Local, Lookup } from '../configuration.js'
import type { IndexedBlock } from './block-index.js'
import { argumentOf, contentOf, nowhere, type Owner } from './content.js'
import { mergeContent } from './merge.js'

export interface ReadFile {
  readonly parsed: ParsedFile
  readonly override: boolean
}

/** A file that is only parsed when something in it is asked for. Nothing that it declares is declared or overridden elsewhere. */
export interface DeferredFile {
  readonly blocks: readonly IndexedBlock[]
  readonly declarations: () => Declarations
}

/** One block and the override blocks that change it. */
export interface Declaration {
  readonly block: Block
  readonly file: ParsedFile
  /** Made on first use. */
  readonly content: Content
  /** One argument, overrides considered, without making the whole content. */
  argument(name: string): Argument | undefined
}

export interface CallDeclaration {
  /** Where the module lies, if that is written as a plain string. */
  readonly source: string | undefined
  /** Made on first use. */
  readonly content: Content
}

export interface Declarations {
  /** By address: `aws_rds_cluster.main`, `data.aws_kms_key.main`. */
  readonly resources: Lookup<Declaration>
  readonly calls: ReadonlyMap<string, CallDeclaration>
  readonly variables: ReadonlyMap<string, Declaration>
  readonly outputs: Lookup<Declaration>
  readonly providers: readonly Declaration[]
  readonly locals: ReadonlyMap<string, Local>
  /** `terraform` blocks, overrides behind what they override. */
  readonly settings: readonly Content[]
  /** Addresses that `moved` and `removed` blocks say a resource had. */
  readonly formerAddresses: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
}

type Kind = 'resource' | 'data' | 'module' | 'variable' | 'output'

const kinds: ReadonlyMap<string, { readonly owner: Owner; readonly labels: readonly string[] }> = new Map([
  ['resource', { owner: 'resource', labels: ['a type', 'a name'] }],
  ['data', { owner: 'resource', labels: ['a type', 'a name'] }],
  ['module', { owner: 'call', labels: ['a name'] }],
  ['variable', { owner: 'variable', labels: ['a name'] }],
  ['output', { owner: 'output', labels: ['a name'] }],
] as const)

const isKind = (type: string): type is Kind => kinds.has(type)

/** `files` in reading order; override files come last, whatever their names. */
export const declarationsOf = (files: readonly (ReadFile | DeferredFile)[]): Declarations => {
  const found = {
    resource: new Map<string, Overridable | DeferredFile>(),
    module: new Map<string, Overridable | DeferredCall>(),
    variable: new Map<string, Overridable>(),
    output: new Map<string, Overridable | DeferredFile>(),
  }
  const providers: Overridable[] = []
  const locals = new Map<string, Local>()
  const settings: Content[] = []
  const formerAddresses = new Set<string>()
  const diagnostics: Diagnostic[] = []

  const declare = (kind: Kind, file: ParsedFile, block: Block, override: boolean): void => {
    const { owner, labels } = kinds.get(kind) ?? { owner: 'resource', labels: [] }
    if (block.labels.length !== labels.length) {
      const needed = labels.join(' and ')
      diagnostics.push(problem(file, block.headerSpan, `a ${kind} block has ${needed}, this one does not`))
      return
    }
    const names = block.labels.map(({ value }) => value)
    const name = names.join('.')
    const address = kind === 'resource' ? name : kind === 'variable' ? `var.${name}` : `${kind}.${name}`
    const known = found[kind === 'data' ? 'resource' : kind]
    const key = kind === 'resource' || kind === 'data' ? address : name
    const declared = known.get(key)
    const existing = declared instanceof Overridable ? declared : undefined
    if (override) {
      if (existing) existing.override(contentOf(file, block, owner))
      else diagnostics.push(missingBase(file, block, address))
    } else if (existing) {
      diagnostics.push(duplicate(file, block, address, existing.file, existing.block))
    } else {
      known.set(key, new Overridable(file, block, owner))
    }
  }

  const declareLocals = (file: ParsedFile, block: Block, override: boolean): void => {
    for (const [name, attribute] of block.body.attributes) {
      if (name === '//') continue
      const existing = locals.get(name)
      const argument = argumentOf(file, attribute, 'local')
      if (override === (existing !== undefined)) locals.set(name, { name, argument })
      else if (override) diagnostics.push(missingBase(file, { headerSpan: attribute.nameSpan }, `local.${name}`))
      else if (existing?.argument.written) {
        const { source, nameSpan } = existing.argument.written
        diagnostics.push(
          duplicate(file, { headerSpan: attribute.nameSpan }, `local.${name}`, { source }, { headerSpan: nameSpan }),
        )
      }
    }
  }

  const declareProvider = (file: ParsedFile, block: Block, override: boolean): void => {
    const declared = new Overridable(file, block, 'provider')
    const existing = override ? providers.find((provider) => sameProvider(provider, declared)) : undefined
    if (existing) existing.override(contentOf(file, block, 'provider'))
    // An override may add a provider configuration without alias: where there is none, an empty one is in force anyway.
    else if (override && aliasOf(block) !== undefined)
      diagnostics.push(missingBase(file, block, providerAddress(block)))
    else if (block.labels.length === 1) providers.push(declared)
  }

  const defer = (file: DeferredFile): void => {
    for (const block of file.blocks) {
      if (block.kind === 'local') locals.set(block.name, new DeferredLocal(file, block))
      else if (block.kind === 'module') found.module.set(block.name, new DeferredCall(file, block))
      else found[block.kind].set(block.name, file)
    }
  }

  for (const file of inMergingOrder(files)) {
    if ('blocks' in file) {
      defer(file)
      continue
    }
    const { parsed, override } = file
    for (const block of parsed.body.blocks) {
      if (isKind(block.type)) declare(block.type, parsed, block, override)
      else if (block.type === 'locals') declareLocals(parsed, block, override)
      else if (block.type === 'provider') declareProvider(parsed, block, override)
      else if (block.type === 'terraform') settings.push(contentOf(parsed, block, 'provider'))
      else if (block.type === 'moved' || block.type === 'removed') formerAddresses.add(formerAddress(parsed, block))
      // The others (`import`, `check`, …) say nothing about what exists after an apply.
    }
  }
  return {
    resources: lookup(found.resource, (file, address) => file.declarations().resources.get(address)),
    calls: found.module,
    variables: found.variable,
    outputs: lookup(found.output, (file, name) => file.declarations().outputs.get(name)),
    providers,
    locals,
    settings,
    formerAddresses,
    diagnostics,
  }
}

/** As written but for the quotes that JSON syntax has around it. Empty where it is missing. */
const formerAddress = ({ source }: ParsedFile, { body }: Block): string => {
  const from = body.attributes.get('from')
  return from ? source.slice(from.expression.span).replace(/^"(.*)"$/, '$1') : ''
}

const inMergingOrder = (files: readonly (ReadFile | DeferredFile)[]): readonly (ReadFile | DeferredFile)[] => {
  const overrides = files.filter((file) => 'override' in file && file.override)
  return overrides.length === 0 ? files : [...files.filter((file) => !overrides.includes(file)), ...overrides]
}

const lookup = (
  all: ReadonlyMap<string, Overridable | DeferredFile>,
  read: (file: DeferredFile, name: string) => Declaration | undefined,
): Lookup<Declaration> => ({
  keys: () => all.keys(),
  get: (name) => {
    const found = all.get(name)
    return found && 'blocks' in found ? read(found, name) : found
  },
})

class DeferredCall implements CallDeclaration {
  readonly source: string | undefined
  readonly #file: DeferredFile
  readonly #name: string

  constructor(file: DeferredFile, { name, source }: IndexedBlock) {
    this.#file = file
    this.#name = name
    this.source = source
  }

  get content(): Content {
    // Where a syntax error has swallowed the block, nothing is left of it.
    return this.#file.declarations().calls.get(this.#name)?.content ?? { arguments: new Map(), blocks: [] }
  }
}

class DeferredLocal implements Local {
  readonly name: string
  readonly #file: DeferredFile

  constructor(file: DeferredFile, { name }: IndexedBlock) {
    this.#file = file
    this.name = name
  }

  get argument(): Argument {
    return (
      this.#file.declarations().locals.get(this.name)?.argument ?? nowhere(this.name, 'local', { start: 0, end: 0 })
    )
  }
}

class Overridable implements Declaration, CallDeclaration {
  readonly #overrides: Content[] = []
  readonly block: Block
  readonly file: ParsedFile
  readonly #owner: Owner
  #content: Content | undefined

  constructor(file: ParsedFile, block: Block, owner: Owner) {
    this.file = file
    this.block = block
    this.#owner = owner
  }

  /** Before the content is first asked for. */
  override(content: Content): void {
    this.#overrides.push(content)
  }

  argument(name: string): Argument | undefined {
    const replaced = this.#overrides.findLast(({ arguments: given }) => given.has(name))
    if (replaced) return replaced.arguments.get(name)
    const attribute = this.block.body.attributes.get(name)
    return attribute && argumentOf(this.file, attribute, this.#owner)
  }

  get source(): string | undefined {
    const expression = this.argument('source')?.expression
    return expression?.kind === 'literal' && typeof expression.value === 'string' ? expression.value : undefined
  }

  get content(): Content {
    this.#content ??= this.#overrides.reduce(mergeContent, contentOf(this.file, this.block, this.#owner))
    return this.#content
  }
}

const sameProvider = (a: Declaration, b: Declaration): boolean =>
  a.block.labels[0]?.value === b.block.labels[0]?.value && aliasOf(a.block) === aliasOf(b.block)

const aliasOf = ({ body }: Block): unknown => {
  const alias = body.attributes.get('alias')?.expression
  return alias?.kind === 'literal' ? alias.value : undefined
}

const providerAddress = (block: Block): string => `provider.${block.labels[0]?.value}.${aliasOf(block)}`

type Header = Pick<Block, 'headerSpan'>

const problem = (
  file: Pick<ParsedFile, 'source'>,
  span: Block['span'],
  message: string,
  hint?: string,
): Diagnostic => ({
  severity: 'error',
  message,
  file: file.source.path,
  source: file.source,
  span,
  ...(hint && { hint }),
})

const duplicate = (
  file: Pick<ParsedFile, 'source'>,
  block: Header,
  address: string,
  firstFile: Pick<ParsedFile, 'source'>,
  first: Header,
): Diagnostic => {
  const { line } = firstFile.source.position(first.headerSpan.start)
  const where = `${firstFile.source.path}:${line}`
  return problem(
    file,
    block.headerSpan,
    `${address} is declared twice, first at ${where}`,
    'rename or remove one of them',
  )
}

const missingBase = (file: ParsedFile, block: Header, address: string): Diagnostic =>
  problem(
    file,
    block.headerSpan,
    `${address} is overridden here, but no other file of the directory declares it`,
    'an override file changes what exists: declare it in a file of another name',
  )
