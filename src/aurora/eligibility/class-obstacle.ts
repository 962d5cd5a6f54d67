import type { Value } from '../../terraform/value.js'
import type { Cluster } from '../cluster.js'
import { display } from '../display.js'
import { knownArms } from '../known-arms.js'
import type { ResourceInstance } from '../resource-instance.js'
import { streamingEngines } from './engines.js'
import { supportedFamilies, type Unsupported, unsupportedClass } from './instance-class.js'
import type { Hindrance } from './obstacle.js'

/** Why an instance keeps its cluster from streaming. */
export interface ClassObstacle extends Hindrance {
  readonly kind: Unsupported
  readonly value: Value
}

const REASONS: Readonly<Record<Unsupported, string>> = {
  'not-aurora': 'no instance class of Aurora',
  unsupported: 'an instance class that cannot stream',
  unlisted: 'an instance class that AWS does not list for activity streams',
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
  const what = `instance_class of ${instance.address} is ${display(text, value)}, ${REASONS[kind]}`
  return { kind, value, what, remedy: `use a class of ${supportedFamilies(engine)}` }
}
