import { isWanted } from '../aurora/resource-types.js'
import type { Deployed, PlanDocument, PlanModule } from '../plan/index.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { FileSystem, RandomAccess } from '../source/file-system.js'
import { placesIn } from '../source/repository.js'
import type { Argument, Module, RootModule } from '../terraform/configuration.js'
import { Evaluator } from '../terraform/evaluator.js'
import { type Discovery, discover, isConfigurationFile, loadRootModule } from '../terraform/load/index.js'
import { planRootModule } from '../terraform/plan-configuration.js'
import { plannedState } from '../terraform/planned-state.js'
import type { Value } from '../terraform/value.js'
import { resolve } from '../terraform/values.js'
import type { RootDescription } from './root.js'
import { type RunContext, surroundings } from './surroundings.js'

export interface PlanRoot {
  readonly root?: RootDescription
  readonly diagnostics: readonly Diagnostic[]
  /** The directory of the source that the plan was found to belong to. */
  readonly directory?: string
  readonly discovery?: Discovery
  /** Read piece by piece while it is judged, and to be closed after: only then are its diagnostics complete. */
  readonly plan: PlanDocument
}

/** Reads a document that should be a plan, and finds the source it was made from; or one of what is deployed, which has none. */
export const planRoot = async (
  context: RunContext,
  path: string,
  access: RandomAccess,
  source: string | undefined,
): Promise<PlanRoot> => {
  const { openPlan } = await import('../plan/index.js') // most runs have no plan, and start sooner without
  const plan = openPlan(access, path, { wanted: isWanted })
  const { configuration } = plan
  if (!configuration) {
    const missing: Diagnostic = {
      severity: 'error',
      file: path,
      message: `${path} holds no configuration, so nothing in it can be judged`,
      hint: 'make it with: terraform show -json plan.bin > plan.json',
    }
    return { diagnostics: plan.diagnostics.some(({ severity }) => severity === 'error') ? [] : [missing], plan }
  }
  const planned = plannedState(plan, isWanted)
  const alone = (): RootDescription => ({
    name: '',
    place: () => '',
    document: path,
    ...(plan.origin !== 'plan' && { deployed: plan.origin }),
    module: planRootModule(plan, configuration),
    surroundings: surroundings(context, '.', undefined, planned),
  })
  if (plan.origin !== 'plan')
    return { root: alone(), diagnostics: source === undefined ? [] : [withoutSource(path, plan.origin)], plan }
  const found = await findSource(context.fileSystem, path, configuration, source)
  if (found.loaded && found.directory !== undefined && found.discovery) {
    const { directory, discovery, loaded } = found
    const around = surroundings(context, directory, discovery.scannedTree, planned)
    const module: RootModule = {
      module: loaded.module,
      given: givenByPlan(loaded, plan, new Evaluator(loaded, around)),
    }
    return {
      root: {
        name: directory,
        place: () => placesIn(context.fileSystem)(directory),
        document: path,
        module,
        surroundings: around,
      },
      diagnostics: found.diagnostics,
      directory,
      discovery,
      plan,
    }
  }
  return { root: alone(), diagnostics: found.diagnostics, plan }
}

/** What was applied may have been written in another way than it is now. */
const withoutSource = (path: string, deployed: Deployed): Diagnostic => ({
  severity: 'warning',
  file: path,
  message: `--source is for plans: ${path} is ${deployed === 'aws' ? "AWS's list of clusters" : 'a state'}, and is judged alone`,
})

interface FoundSource {
  readonly directory?: string
  readonly discovery?: Discovery
  readonly loaded?: RootModule
  readonly diagnostics: readonly Diagnostic[]
}

/** The named directory, else that of the plan, else the working directory: the first that declares what the plan holds. */
const findSource = async (
  fileSystem: FileSystem,
  path: string,
  configuration: PlanModule,
  source: string | undefined,
): Promise<FoundSource> => {
  const beside = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) || '/' : '.'
  const candidates = source === undefined ? [...new Set([path === '-' ? '.' : beside, '.'])] : [source]
  const diagnostics: Diagnostic[] = []
  for (const candidate of candidates) {
    if (fileSystem.kind(candidate) !== 'directory') {
      if (source !== undefined)
        diagnostics.push({ severity: 'error', message: `--source ${source} is no directory`, file: source })
      continue
    }
    const file = configurationFileIn(fileSystem, candidate)
    // Naming a file of it keeps what lies below the directory out of it.
    const discovery = file === undefined ? undefined : await discover([file], fileSystem)
    const directory = discovery?.rootModules[0]?.path
    if (!discovery || directory === undefined) {
      if (source !== undefined) diagnostics.push(unrelated(path, source, 'it declares no cluster'))
      continue
    }
    const loaded = loadRootModule(directory, discovery.reader)
    const difference = differs(loaded.module, configuration)
    if (difference === undefined) return { directory, discovery, loaded, diagnostics }
    if (source !== undefined || difference.shared) diagnostics.push(unrelated(path, candidate, difference.sentence))
  }
  return { diagnostics }
}

const configurationFileIn = (fileSystem: FileSystem, directory: string): string | undefined => {
  try {
    const file = fileSystem.list(directory).find(({ name, kind }) => kind === 'file' && isConfigurationFile(name))
    return file && (directory === '.' ? file.name : `${directory.replace(/\/+$/, '')}/${file.name}`)
  } catch {
    return undefined
  }
}

const unrelated = (plan: string, source: string, because: string): Diagnostic => ({
  severity: 'warning',
  file: plan,
  message: `${plan} was not made from the configuration in ${source}: ${because}; the plan is judged alone`,
  hint: 'make the plan anew, or name its configuration with --source DIR',
})

/** What the one declares and the other does not; `undefined` where they belong together. */
const differs = (
  module: Module,
  plan: PlanModule,
): { readonly sentence: string; readonly shared: boolean } | undefined => {
  const inSource = new Set([...module.resources.keys(), ...[...module.calls.keys()].map((name) => `module.${name}`)])
  const inPlan = new Set([...plan.resourceAddresses, ...[...plan.calls.keys()].map((name) => `module.${name}`)])
  const shared = [...inPlan].some((address) => inSource.has(address))
  const missing = [...inPlan].find((address) => !inSource.has(address))
  if (missing !== undefined) return { sentence: `the plan has ${missing}, the configuration has not`, shared }
  const added = [...inSource].find((address) => !inPlan.has(address))
  if (added !== undefined) return { sentence: `the configuration has ${added}, the plan has not`, shared }
  for (const [name, call] of module.calls) {
    const planned = plan.calls.get(name)
    if (!planned || !call.relevant || call.module.kind === 'absent') continue
    const deeper = differs(call.module, planned.module)
    if (deeper) return { sentence: `in module.${name} ${deeper.sentence}`, shared: true }
  }
  return undefined
}

/** The plan decides the variables' values; where the source agrees, it also says where they are written. */
const givenByPlan = (loaded: RootModule, plan: PlanDocument, evaluator: Evaluator): ReadonlyMap<string, Argument> => {
  const given = new Map<string, Argument>()
  for (const [name, json] of plan.variables) {
    const own = loaded.given.get(name)
    if (isWrittenAs(json, resolve(evaluator.variable(evaluator.rootInstance, name)))) {
      if (own) given.set(name, own)
    } else given.set(name, { name, owner: 'outside', expression: { kind: 'constant', value: json } })
  }
  return given
}

/** Whether it is that value in JSON, which does not know a map from an object and a set or tuple from a list. */
const isWrittenAs = (json: unknown, value: Value): boolean => {
  switch (value.kind) {
    case 'known':
      return value.value === json
    case 'list': {
      if (!Array.isArray(json) || json.length !== value.items.length) return false
      const { type, items } = value
      if (type === 'set') return items.every((item) => json.some((one) => isWrittenAs(one, item)))
      return items.every((item, at) => isWrittenAs(json[at], item))
    }
    case 'mapping': {
      if (typeof json !== 'object' || json === null || Array.isArray(json)) return false
      const members = new Map<string, unknown>(Object.entries(json))
      const { entries } = value
      return members.size === entries.size && [...entries].every(([key, entry]) => isWrittenAs(members.get(key), entry))
    }
    default:
      return false
  }
}
