import { dirname } from 'node:path/posix'
import type { Block } from '../hcl/syntax.js'
import type { RuleMetadata } from '../rule-metadata.js'
import type { Module } from '../terraform/configuration.js'
import type { Evaluator } from '../terraform/evaluator.js'
import { instanceKeys } from '../terraform/expansion.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import type { CommentMistake, CommentSuppression } from './comment-suppressions.js'

/** A root module that the rules were run over. */
export interface JudgedRoot {
  readonly evaluator: Evaluator
  /** The files that were named: what is elsewhere is not reported. */
  readonly onlyFiles?: ReadonlySet<string>
}

type Commented = Pick<CommentSuppression | CommentMistake, 'source' | 'stand'>

/** Which blocks the rules had before them. Walks the module instances once, when somebody asks. */
export class JudgedBlocks {
  readonly #roots: readonly JudgedRoot[]
  readonly #instances = new Map<JudgedRoot, ReadonlyMap<string, readonly ModuleInstance[]>>()

  constructor(roots: readonly JudgedRoot[]) {
    this.#roots = roots
  }

  /** Whether the file takes part in the run, and findings in it are reported. */
  hasFile({ source }: Commented): boolean {
    return this.#naming(source.path).some(
      (root) => this.#modulesIn(root, dirname(source.path)).length > 0 || hasValuesFrom(root, source.path),
    )
  }

  /** Whether the rule would have found what is suppressed there: something of that block exists, and the rule had all it needs. */
  has({ source, stand }: Commented, { planOnly }: Pick<RuleMetadata, 'planOnly'>): boolean {
    return this.#naming(source.path).some((root) => {
      if (planOnly && !root.evaluator.planned) return false
      if (!stand?.block) return hasValuesFrom(root, source.path, stand?.attribute)
      const { block } = stand
      return this.#modulesIn(root, dirname(source.path)).some((module) => exists(root.evaluator, module, block))
    })
  }

  #naming(path: string): readonly JudgedRoot[] {
    return this.#roots.filter(({ onlyFiles }) => !onlyFiles || onlyFiles.has(path))
  }

  #modulesIn(root: JudgedRoot, directory: string): readonly ModuleInstance[] {
    const known = this.#instances.get(root) ?? instancesByDirectory(root.evaluator)
    this.#instances.set(root, known)
    return known.get(directory) ?? []
  }
}

/** Calls that cannot reach a cluster are not followed: that would read modules that no rule has looked at. */
const instancesByDirectory = (evaluator: Evaluator): ReadonlyMap<string, readonly ModuleInstance[]> => {
  const found = new Map<string, ModuleInstance[]>()
  const open: ModuleInstance[] = [evaluator.rootInstance]
  for (let next = open.pop(); next; next = open.pop()) {
    const { module } = next
    const same = found.get(module.directory)
    if (same) same.push(next)
    else found.set(module.directory, [next])
    for (const call of module.calls.values()) {
      if (call.relevant && call.module.kind === 'module') open.push(...evaluator.childInstances(next, call))
    }
  }
  return found
}

const exists = (evaluator: Evaluator, instance: ModuleInstance, block: Block): boolean => {
  const { module } = instance
  const name = block.labels.map(({ value }) => value).join('.')
  switch (block.type) {
    case 'resource':
      return hasInstances(evaluator, instance, module, name)
    case 'data':
      return hasInstances(evaluator, instance, module, `data.${name}`)
    case 'module': {
      const call = module.calls.get(name)
      // What is in a module that is not at hand, nobody knows.
      if (!call || (call.relevant && call.module.kind === 'absent')) return false
      return instanceKeys(evaluator.expansionOf(instance, call)).length > 0
    }
    default:
      return true
  }
}

const hasInstances = (evaluator: Evaluator, instance: ModuleInstance, module: Module, address: string): boolean => {
  const resource = module.resources.get(address)
  return resource !== undefined && evaluator.instancesOf(instance, resource).length > 0
}

const hasValuesFrom = ({ evaluator }: JudgedRoot, path: string, name?: string): boolean =>
  [...evaluator.root.given].some(
    ([variable, { written }]) => written?.source.path === path && (name === undefined || name === variable),
  )
