import type { AbsentModule, ModuleCall } from '../terraform/configuration.js'
import type { DependencyGraph } from '../terraform/dependency-graph.js'
import type { Evaluator } from '../terraform/evaluator.js'
import { instanceKeys } from '../terraform/expansion.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import type { InstanceKey, ResourceInstanceReference } from '../terraform/reference.js'
import { type AbsentCall, absentCall } from './absent-calls.js'
import type { IdleCall } from './dormant-stream.js'
import { type Recognised, recognise } from './known-modules/table.js'

/** The resource types whose instances the Aurora view joins. */
const JOINED: ReadonlySet<string> = new Set([
  'aws_rds_cluster',
  'aws_rds_cluster_instance',
  'aws_rds_cluster_activity_stream',
])

/** An instance of a call of a known module whose source is not at hand. */
export interface KnownCall {
  readonly module: ModuleInstance
  readonly call: ModuleCall
  readonly key: InstanceKey
  readonly recognised: Recognised
}

/** What the module instances of a root module hold for the Aurora view; what cannot hold any of it is neither read nor expanded. */
export class ExpandedModules {
  readonly absentCalls: AbsentCall[] = []
  readonly knownCalls: KnownCall[] = []
  /** Streams that have no instance. */
  readonly dormant: ResourceInstanceReference[] = []
  /** Calls that have none. */
  readonly idleCalls: IdleCall[] = []
  readonly #evaluator: Evaluator
  readonly #graph: DependencyGraph
  readonly #byType = new Map<string, ResourceInstanceReference[]>()

  constructor(evaluator: Evaluator, graph: DependencyGraph) {
    this.#evaluator = evaluator
    this.#graph = graph
    const open: ModuleInstance[] = [evaluator.rootInstance]
    for (let module = open.pop(); module; module = open.pop()) {
      this.#addResources(module)
      for (const call of module.module.calls.values()) {
        if (!call.relevant) continue
        if (call.module.kind === 'absent') this.#addAbsent(module, call, call.module)
        else open.push(...this.#children(module, call))
      }
    }
  }

  instancesOf(type: string): readonly ResourceInstanceReference[] {
    return this.#byType.get(type) ?? []
  }

  #addResources(module: ModuleInstance): void {
    for (const address of module.module.resources.keys()) {
      const type = address.slice(0, address.indexOf('.'))
      const resource = JOINED.has(type) ? module.module.resources.get(address) : undefined
      if (!resource) continue
      const instances = this.#evaluator.instancesOf(module, resource)
      const found = this.#byType.get(type) ?? []
      this.#byType.set(type, found)
      for (const instance of instances) found.push(instance)
      if (instances.length === 0 && type === 'aws_rds_cluster_activity_stream')
        this.dormant.push({ resource, module, key: { kind: 'any', because: [] } })
    }
  }

  #addAbsent(module: ModuleInstance, call: ModuleCall, absent: AbsentModule): void {
    const version = call.version && this.#evaluator.argument(call.version, module)
    const recognised = recognise(absent.source ?? '', version)
    if (!recognised) {
      this.absentCalls.push(absentCall(this.#evaluator, this.#graph, module, call, absent))
      return
    }
    for (const key of instanceKeys(this.#evaluator.expansionOf(module, call)))
      this.knownCalls.push({ module, call, key, recognised })
  }

  #children(module: ModuleInstance, call: ModuleCall): readonly ModuleInstance[] {
    const children = this.#evaluator.childInstances(module, call)
    if (children.length === 0) this.idleCalls.push({ module, call })
    return children
  }
}
