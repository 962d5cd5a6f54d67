import type { Value } from '../terraform/value.js'
import { armsOf, knownString, reasons, resolve } from '../terraform/values.js'
import { provenance } from './provenance.js'
import { anyOneOf, no, type Relation, undecided, yes } from './relation.js'
import type { ResourceInstance } from './resource-instance.js'

const AURORA_ENGINES: ReadonlySet<string> = new Set(['aurora', 'aurora-mysql', 'aurora-postgresql'])

const beginsAurora = (value: Value): boolean => {
  const [first] = value.kind === 'text' ? value.parts : []
  return typeof first === 'string' && first.startsWith('aurora-')
}

/**
 * Versions of the provider before 5 took `aurora` for it; later ones refuse the cluster, so that a module's null is yet to be filled.
 */
export const isEngineLeftOut = (cluster: ResourceInstance): boolean => {
  const argument = cluster.argument('engine')
  return cluster.value('engine') === undefined && (argument === undefined || argument.expression.kind === 'literal')
}

/** Whether the cluster is an Aurora cluster. `mysql` and `postgres` make a Multi-AZ DB cluster, which is something else. */
export const isAurora = (cluster: ResourceInstance): Relation => {
  const engine = cluster.value('engine')
  if (engine !== undefined) return isAuroraEngine(engine)
  if (isEngineLeftOut(cluster)) {
    return yes('engine is left out, which means aurora before version 5 of the provider; later ones refuse it')
  }
  const given = cluster.evaluator.attribute(cluster.reference, 'engine')
  return undecided([`engine is null${given ? provenance(given) : ''}`])
}

/** No cluster has an empty engine: a module's `""` is yet to be filled, as its null is. */
export const isAuroraEngine = (engine: Value): Relation => {
  const arms = armsOf(resolve(engine))
  return anyOneOf(
    arms.map((arm) => {
      const name = knownString(arm)
      const shown = arm.sensitive
        ? 'a sensitive value'
        : `${name || 'empty'}${provenance(arms.length === 1 ? engine : arm)}`
      if (name === undefined) return beginsAurora(arm) ? yes('engine begins with aurora-') : undecided(reasons(arm))
      if (name === '') return undecided([`engine is ${shown}`])
      return AURORA_ENGINES.has(name) ? yes(`engine is ${shown}`) : no(`engine is ${shown}`)
    }),
  )
}
