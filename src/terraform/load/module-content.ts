/** What a module says of itself, whoever calls it: everything but where its calls lead. */
import type { Expression } from '../../hcl/syntax.js'
import type {
  Argument,
  Content,
  Lookup,
  Module,
  Output,
  ProviderConfiguration,
  Resource,
  Variable,
} from '../configuration.js'
import { isWritten, nameIn } from './content.js'
import type { Declaration, Declarations } from './declarations.js'
import { dependsOn, lifecycleOf, providerReference, unquoted } from './meta-arguments.js'

export type ModuleContent = Omit<Module, 'kind' | 'directory' | 'calls'>

export const moduleContentOf = (declarations: Declarations): ModuleContent => ({
  variables: new Map([...declarations.variables].map(([name, declared]) => [name, variableOf(name, declared.content)])),
  locals: declarations.locals,
  outputs: new Map(
    [...declarations.outputs.keys()].map((name) => [name, new SourceOutput(name, declarations.outputs)]),
  ),
  resources: lazily(declarations.resources, resourceOf),
  providers: declarations.providers.map(providerOf),
  requiredProviders: requiredProvidersOf(declarations.settings),
  formerAddresses: declarations.formerAddresses,
})

/** A module can have thousands of resources, of which few matter. */
const lazily = <From, To>(all: Lookup<From>, make: (from: From) => To): Lookup<To> => {
  const made = new Map<string, To>()
  return {
    keys: () => all.keys(),
    get: (name) => {
      const known = made.get(name)
      const from = known ? undefined : all.get(name)
      if (known || from === undefined) return known
      const value = make(from)
      made.set(name, value)
      return value
    },
  }
}

const resourceOf = ({ block, content }: Declaration): Resource => {
  const mode = block.type === 'data' ? 'data' : 'managed'
  const [type = '', name = ''] = block.labels.map(({ value }) => value)
  const count = content.arguments.get('count')
  const forEach = content.arguments.get('for_each')
  const provider = content.arguments.get('provider')
  const reference = provider && providerReference(provider.expression, provider.written)
  const lifecycle = lifecycleOf(content)
  return {
    mode,
    type,
    name,
    address: mode === 'data' ? `data.${type}.${name}` : `${type}.${name}`,
    content,
    ...(count && { count }),
    ...(forEach && { forEach }),
    dependsOn: dependsOn(content),
    ...(reference !== undefined && { provider: reference }),
    ...(lifecycle && { lifecycle }),
  }
}

const variableOf = (name: string, content: Content): Variable => {
  const { expression, written } = content.arguments.get('type') ?? {}
  const type = expression && isWritten(expression) ? unquoted(expression, written) : undefined
  const given = content.arguments.get('default')
  return {
    name,
    ...(type && { type }),
    ...(given && { default: given }),
    nullable: !says(content, 'nullable', false),
    sensitive: says(content, 'sensitive', true) || says(content, 'ephemeral', true),
    content,
  }
}

class SourceOutput implements Output {
  readonly name: string
  readonly #all: Lookup<Declaration>

  constructor(name: string, all: Lookup<Declaration>) {
    this.name = name
    this.#all = all
  }

  get content(): Content {
    // Where a syntax error has swallowed the block, nothing is left of it.
    return this.#all.get(this.name)?.content ?? { arguments: new Map(), blocks: [] }
  }

  get value(): Argument | undefined {
    return this.content.arguments.get('value')
  }

  get sensitive(): boolean {
    return says(this.content, 'sensitive', true)
  }

  get dependsOn(): readonly Argument[] {
    return dependsOn(this.content)
  }
}

const providerOf = ({ block, content }: Declaration): ProviderConfiguration => {
  const alias = content.arguments.get('alias')
  const aliasName = alias && nameIn(alias.expression)
  return { name: block.labels[0]?.value ?? '', ...(aliasName !== undefined && { alias: aliasName }), content }
}

const requiredProvidersOf = (settings: readonly Content[]): Module['requiredProviders'] => {
  const required = new Map<string, { readonly source?: string; readonly version?: string }>()
  const blocks = settings.flatMap((content) => content.blocks.filter(({ type }) => type === 'required_providers'))
  for (const { content } of blocks) {
    for (const [name, { expression }] of content.arguments) {
      // Terraform 0.12's form says the version alone.
      const version = expression.kind === 'object' ? field(expression, 'version') : nameIn(expression)
      const source = expression.kind === 'object' ? field(expression, 'source') : undefined
      required.set(name, { ...(source !== undefined && { source }), ...(version !== undefined && { version }) })
    }
  }
  return required
}

const field = (object: Extract<Expression, { kind: 'object' }>, name: string): string | undefined => {
  const item = object.items.find(({ key }) => nameIn(key) === name)
  return item && nameIn(item.value)
}

/** `sensitive = "true"` is as good as `true` to Terraform. */
const says = (content: Content, name: string, value: boolean): boolean => {
  const expression = content.arguments.get(name)?.expression
  return expression?.kind === 'literal' && String(expression.value) === String(value)
}
