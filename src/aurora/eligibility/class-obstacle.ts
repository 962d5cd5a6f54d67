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

/** Of an instance of one of the clusters; `undefined` where its class can stream, or nobody knows. */
export const classObstacleOf = (
  instance: ResourceInstance,
  clusters: readonly Cluster[],
): ClassObstacle | undefined => {
  const name = `instance_class of ${instance.address}`
  const obstacles = clusters.map((cluster) =>
    classObstacle(cluster.value('engine'), instance.value('instance_class'), name),
  )
  return obstacles.includes(undefined) ? undefined : (obstacles.find((one) => one?.kind === 'unlisted') ?? obstacles[0])
}

/** `name` is what the class is called that a message is about. */
export const classObstacle = (
  engine: Value | undefined,
  instanceClass: Value | undefined,
  name: string,
): ClassObstacle | undefined => {
  const engines = streamingEngines(knownArms(engine))
  const judged = knownArms(instanceClass).flatMap(({ text, value }) =>
    engines.map((one) => ({ engine: one, kind: unsupportedClass(one, text), text, value })),
  )
  // Of classes and engines of which nobody knows which, what weighs least is certain.
  const mildest =
    judged.find(({ kind }) => kind === undefined) ?? judged.find(({ kind }) => kind === 'unlisted') ?? judged[0]
  if (mildest?.kind === undefined) return undefined
  const { kind, text, value } = mildest
  const what = `${name} is ${display(text, value)}, ${REASONS[kind]}`
  return { kind, value, what, remedy: `use a class of ${supportedFamilies(mildest.engine)}` }
}
