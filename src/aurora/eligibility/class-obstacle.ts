import type { Value } from '../../terraform/value.js'
import type { Cluster } from '../cluster.js'
import { display } from '../display.js'
import { type Correction, type KnownArm, knownArms } from '../known-arms.js'
import type { ResourceInstance } from '../resource-instance.js'
import { type StreamingEngine, streamingEngines } from './engines.js'
import { suggestedClass, supportedFamilies, type Unsupported, unsupportedClass } from './instance-class.js'
import type { Hindrance } from './obstacle.js'

/** Why an instance keeps its cluster from streaming. */
export interface ClassObstacle extends Hindrance {
  readonly kind: Unsupported
  readonly value: Value
  /** What may be written instead, for each arm of a condition; absent where nothing can be suggested for one of them. */
  readonly suggested?: readonly Correction[]
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
  const arms = knownArms(instanceClass)
  const judged = arms.flatMap(({ text, value }) =>
    engines.map((one) => ({ engine: one, kind: unsupportedClass(one, text), text, value })),
  )
  // Of classes and engines of which nobody knows which, what weighs least is certain.
  const mildest =
    judged.find(({ kind }) => kind === undefined) ?? judged.find(({ kind }) => kind === 'unlisted') ?? judged[0]
  if (mildest?.kind === undefined) return undefined
  const { kind, text, value } = mildest
  const what = `${name} is ${display(text, value)}, ${REASONS[kind]}`
  const suggested = arms.flatMap((arm) => suggestion(engines, arm) ?? [])
  return {
    kind,
    value,
    what,
    remedy: `use a class of ${supportedFamilies(mildest.engine)}`,
    ...(suggested.length === arms.length && { suggested }),
  }
}

const suggestion = (engines: readonly StreamingEngine[], arm: KnownArm): Correction | undefined => {
  const [meant, ...others] = new Set(engines.map((engine) => suggestedClass(engine, arm.text)))
  return meant === undefined || others.length > 0 ? undefined : { ...arm, meant }
}
