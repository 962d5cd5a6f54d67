/** The configuration in a plan's JSON in the shape that source has, piece by piece as it is asked for. */
import type {
  JsonObject,
  JsonValue,
  PlanCall,
  PlanDocument,
  PlanModule,
  PlanProvider,
  PlanResource,
} from '../plan/document.js'
import { isObject } from '../plan/json-shape.js'
import type {
  Argument,
  Content,
  Expression,
  Lookup,
  Module,
  ModuleCall,
  NestedBlock,
  Output,
  ProviderConfiguration,
  Resource,
  RootModule,
  Variable,
} from './configuration.js'

const NO_CONTENT: Content = { arguments: new Map(), blocks: [] }

export const planRootModule = (plan: PlanDocument, configuration: PlanModule): RootModule => ({
  module: planModule(configuration),
  given: new Map([...plan.variables].map(([name, value]) => [name, constantArgument(name, 'outside', value)])),
  providersByKey: new Map([...plan.providers].map(([key, provider]) => [key, planProvider(provider)])),
})

const planModule = (module: PlanModule): Module => ({
  kind: 'module',
  directory: '',
  variables: new Map([...module.variables].map(([name, variable]) => [name, planVariable(name, variable)])),
  locals: undefined,
  outputs: new Map([...module.outputs].map(([name, output]) => [name, planOutput(name, output)])),
  resources: planResources(module),
  calls: new Map([...module.calls].map(([name, call]) => [name, planCall(name, call)])),
  providers: [],
  requiredProviders: new Map(),
  formerAddresses: new Set(),
})

const planResources = (module: PlanModule): Lookup<Resource> => {
  const read = new Map<string, Resource | undefined>()
  return {
    keys: () => module.resourceAddresses,
    get: (address) => {
      if (read.has(address)) return read.get(address)
      const found = module.resource(address)
      const resource = found && planResource(found)
      read.set(address, resource)
      return resource
    },
  }
}

const planResource = (resource: PlanResource): Resource => ({
  mode: resource.mode,
  type: resource.type,
  name: resource.name,
  address: resource.knownAs ?? `${resource.mode === 'data' ? 'data.' : ''}${resource.type}.${resource.name}`,
  content: resourceContent(resource),
  ...repetitionArguments(resource),
  dependsOn: dependencies(resource.dependsOn),
  ...(resource.providerConfigKey !== undefined && { provider: resource.providerConfigKey }),
})

const resourceContent = ({ expressions, provisioners }: PlanResource): Content => {
  const content = planContent(expressions, 'resource')
  const blocks = provisioners.map((provisioner): NestedBlock => {
    return {
      type: 'provisioner',
      labels: [provisioner.type],
      content: planContent(provisioner.expressions, 'resource'),
    }
  })
  return { ...content, blocks: [...content.blocks, ...blocks] }
}

const repetitionArguments = ({ count, forEach }: Pick<PlanResource, 'count' | 'forEach'>) => ({
  ...(count !== undefined && { count: argument('count', 'resource', count) }),
  ...(forEach !== undefined && { forEach: argument('for_each', 'resource', forEach) }),
})

const dependencies = (references: readonly string[]): readonly Argument[] =>
  references.map((reference) => ({
    name: 'depends_on',
    owner: 'resource',
    expression: { kind: 'references', references: [reference] },
  }))

const planCall = (name: string, call: PlanCall): ModuleCall => {
  let module: Module | undefined
  return {
    name,
    content: planContent(call.expressions, 'call'),
    ...(call.source !== undefined && { source: constantArgument('source', 'call', call.source) }),
    ...(call.versionConstraint !== undefined && {
      version: constantArgument('version', 'call', call.versionConstraint),
    }),
    ...repetitionArguments(call),
    dependsOn: dependencies(call.dependsOn),
    providers: new Map(),
    relevant: true,
    get module() {
      module ??= planModule(call.module)
      return module
    },
  }
}

const planVariable = (
  name: string,
  variable: { readonly default?: JsonValue; readonly sensitive: boolean },
): Variable => ({
  name,
  nullable: true,
  sensitive: variable.sensitive,
  content: NO_CONTENT,
  ...(variable.default !== undefined && { default: constantArgument(name, 'variable', variable.default) }),
})

const planOutput = (
  name: string,
  output: PlanModule['outputs'] extends ReadonlyMap<string, infer T> ? T : never,
): Output => ({
  name,
  sensitive: output.sensitive,
  dependsOn: dependencies(output.dependsOn),
  content: NO_CONTENT,
  ...(output.expression !== undefined && { value: argument('value', 'output', output.expression) }),
})

const planProvider = (provider: PlanProvider): ProviderConfiguration => ({
  name: provider.name,
  content: planContent(provider.expressions, 'provider'),
  ...(provider.alias !== undefined && { alias: provider.alias }),
})

const constantArgument = (name: string, owner: Argument['owner'], value: unknown): Argument => ({
  name,
  owner,
  expression: { kind: 'constant', value },
})

/** Nested blocks are arrays (or objects) of expressions; what is left are the arguments. */
const planContent = (expressions: JsonObject, owner: Argument['owner']): Content => {
  const args = new Map<string, Argument>()
  const blocks: NestedBlock[] = []
  for (const [name, json] of Object.entries(expressions)) {
    if (json === undefined) continue
    const nested = nestedContents(json)
    if (nested)
      blocks.push(...nested.map((content) => ({ type: name, labels: [], content: planContent(content, owner) })))
    else args.set(name, argument(name, owner, json))
  }
  return { arguments: args, blocks }
}

const nestedContents = (json: JsonValue): readonly JsonObject[] | undefined => {
  if (Array.isArray(json)) return json.filter(isObject)
  if (!isObject(json)) return undefined
  const isExpression = Object.keys(json).length === 0 || 'constant_value' in json || 'references' in json
  return isExpression ? undefined : [json]
}

const argument = (name: string, owner: Argument['owner'], json: JsonValue): Argument => ({
  name,
  owner,
  expression: planExpression(json),
})

const planExpression = (json: JsonValue): Expression => {
  if (!isObject(json)) return { kind: 'references', references: [] }
  // Of JSON syntax a plan has the text of a template as its constant value, beside the references in it.
  const { references } = json
  if (Array.isArray(references))
    return { kind: 'references', references: references.filter((name) => typeof name === 'string') }
  return 'constant_value' in json
    ? { kind: 'constant', value: json.constant_value }
    : { kind: 'references', references: [] }
}
