import type { Value } from '../../terraform/value.js'
import type { Cluster } from '../cluster.js'
import { display } from '../display.js'
import { knownArms } from '../known-arms.js'
import type { ResourceInstance } from '../resource-instance.js'
import { streamingEngines } from './engines.js'
import { supportedFamilies, type Unsupported, unsupportedClass } from './instance-class.js'

/** Why an instance keeps its cluster from streaming. */
export interface ClassObstacle {
  readonly kind: Unsupported
  readonly value: Value
  /** For a message. */
  readonly shown: string
  readonly remedy: string
}

/** Of an instance of the cluster; `undefined` where its class can stream, or nobody knows. */
export const classObstacleOf = (instance: ResourceInstance, cluster: Cluster): ClassObstacle | undefined => {
  const engines = streamingEngines(knownArms(cluster.value('engine')))
  const judged = knownArms(instance.value('instance_class')).flatMap(({ text, value }) =>
    engines.map((engine) => ({ engine, kind: unsupportedClass(engine, text), text, value })),
  )
  // Of classes and engines of which nobody knows which, what weighs least is certain.
  const mildest =
    judged.find(({ kind }) => kind === undefined) ?? judged.find(({ kind }) => kind === 'unlisted') ?? judged[0]
  if (mildest?.kind === undefined) return undefined
  const { kind, engine, text, value } = mildest
  return { kind, value, shown: display(text, value), remedy: `use a class of ${supportedFamilies(engine)}` }
}
