/** What keeps the cluster of a known module from streaming, whoever streams it. */
import { argument, constant, fix, replaceArguments } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import type { Value } from '../../terraform/value.js'
import { isKnown, known, resolve } from '../../terraform/values.js'
import { classObstacle } from '../eligibility/class-obstacle.js'
import {
  engineObstacle,
  type Hindrance,
  type Obstacle,
  serverlessObstacle,
  versionObstacle,
} from '../eligibility/obstacle.js'
import type { Correction } from '../known-arms.js'
import { placeOfCall } from '../patches/block-place.js'
import { correctText } from '../patches/corrected-text.js'
import { setInputs } from './call-inputs.js'
import type { InputMistake } from './input-mistakes.js'
import { addInstance } from './mended-inputs.js'
import type { ModuleCluster } from './module-cluster.js'
import type { ClusterInputs, Input, InstanceInputs, StreamInputs } from './table.js'

/** Of what cannot stream at all, nothing else matters. */
export const clusterMistakes = (
  call: ModuleCluster,
  cluster: ClusterInputs,
  stream?: StreamInputs,
): readonly InputMistake[] => {
  const version = versionMistake(call, cluster)
  const empty = emptyMistake(call, cluster, stream)
  return [...(version ? [version] : []), ...(empty ? [empty] : classMistakes(call, cluster))]
}

/** What would have to be changed before a cluster of a kind that streams could. */
export const hindrancesOf = (call: ModuleCluster, cluster: ClusterInputs): readonly Hindrance[] => {
  const version = versionObstacle(call.value(cluster.engine), call.value(cluster.engineVersion))
  const classes = classMistakes(call, cluster).filter(({ severity }) => severity === undefined)
  return [...(version ? [version] : []), ...classes].map(({ what, remedy }) => ({ what, remedy }))
}

/** What keeps the cluster from ever streaming. */
export const kindMistake = (call: ModuleCluster, cluster: ClusterInputs): InputMistake | undefined => {
  const kinds = [
    { input: cluster.engine, obstacle: engineObstacle(call.value(cluster.engine)) },
    { input: cluster.engineMode, obstacle: serverlessObstacle(call.value(cluster.engineMode)) },
  ]
  const found = kinds.find(({ obstacle }) => obstacle)
  if (!found?.obstacle) return undefined
  const { input, obstacle } = found
  return { ...obstructed(call, input, obstacle), mend: () => withInstances(call, cluster, input, obstacle) }
}

/** Of an engine that is another one nobody knows the version; what else keeps the cluster from streaming would be found one by one. */
const withInstances = (
  call: ModuleCluster,
  cluster: ClusterInputs,
  input: Input,
  { suggested }: Obstacle,
): Fix | Unmended | undefined => {
  const [first] = suggested ?? []
  if (!suggested || !first || input !== cluster.engineMode) return undefined
  if (clusterMistakes(call, cluster).length > 0) return { reason: 'it has no instances that could stream' }
  if (call.argument('scaling_configuration')) return { reason: 'its scaling_configuration is for serverless v1 alone' }
  if (call.versions.some(({ stream }) => stream && !stream.waitsForInstances))
    return { reason: 'its stream would not wait for the instances' }
  const change = correctText(suggested)
  return change && fix('unsafe', `write "${first.meant}"`, change)
}

const versionMistake = (call: ModuleCluster, { engine, engineVersion }: ClusterInputs): InputMistake | undefined => {
  const obstacle = versionObstacle(call.value(engine), call.value(engineVersion))
  return obstacle && obstructed(call, engineVersion, { ...obstacle, what: `its ${obstacle.what}` })
}

const obstructed = (
  call: ModuleCluster,
  input: Input,
  { what, remedy, value, because, suggested }: Obstacle,
): InputMistake => ({
  argument: input.input,
  ...(value && { value }),
  what: `${call.address} is streamed, but ${what}`,
  remedy,
  because: [
    ...(because ?? []),
    ...(call.argument(input.input) ? [] : [`${input.input} is left out: this is its default`]),
  ],
  mend: () => suggest(call, input, suggested, 'the least version with streams that RDS offers'),
})

const emptyMistake = (
  call: ModuleCluster,
  { instances }: ClusterInputs,
  stream: StreamInputs | undefined,
): InputMistake | undefined => {
  if (!instances || !call.isWithoutInstance(instances) || call.mayHaveOtherInstances) return undefined
  const { input, kind } = instances
  const state = call.argument(input) ? `is ${kind === 'count' ? '0' : 'empty'}` : 'is left out'
  return {
    argument: input,
    value: call.valueOf(input, instances.default),
    what: `${call.address} is streamed, but ${input} ${state}: there is no instance that could stream`,
    remedy: `add an instance to ${input}`,
    mend: () => addInstance(call, stream),
  }
}

const classMistakes = (call: ModuleCluster, { engine, instances }: ClusterInputs): readonly InputMistake[] => {
  if (!instances) return []
  const found = new Map<string, InputMistake>()
  for (const { argument, name = `${argument} of ${call.address}`, value, isDefault } of classesOf(call, instances)) {
    const obstacle = isKnown(resolve(value), '') ? undefined : classObstacle(call.value(engine), value, name)
    if (!obstacle) continue
    const { kind, what, remedy, suggested } = obstacle
    const because = isDefault ? [`${argument} is left out: this is its default`] : []
    const severity = kind === 'unlisted' ? ({ severity: 'warning' } as const) : {}
    const mend = () =>
      argument === instances.serverless
        ? withoutServerless(call, argument, instances.instanceClass, suggested)
        : suggest(call, instances.instanceClass, suggested, LEAST_CLASS)
    found.set(argument, { argument, value: obstacle.value, what, remedy, because, ...severity, mend })
  }
  return [...found.values()]
}

interface InstanceClass {
  readonly argument: string
  /** What a message calls it, where that is not the argument. */
  readonly name?: string
  readonly value: Value
  readonly isDefault: boolean
}

const classesOf = (call: ModuleCluster, instances: InstanceInputs): readonly InstanceClass[] => {
  const { instanceClass, serverless } = instances
  const shared: InstanceClass = {
    argument: instanceClass.input,
    value: call.value(instanceClass),
    isDefault: !call.argument(instanceClass.input),
  }
  if (instances.kind === 'count') {
    const given = serverless === undefined ? undefined : resolve(call.value({ input: serverless, default: null }))
    if (serverless === undefined || given === undefined || isKnown(given, null)) return [shared]
    const name = `the instance class that ${serverless} gives ${call.address}`
    const value = known('db.serverless')
    return given.kind === 'mapping' ? [{ argument: serverless, name, value, isDefault: false }] : []
  }
  const all = resolve(call.valueOf(instances.input, instances.default))
  if (all.kind !== 'mapping') return []
  return [...all.entries].map(([key, instance]) => {
    const own = resolve(instance)
    const value = own.kind === 'mapping' ? own.entries.get('instance_class') : undefined
    if (own.kind !== 'mapping') return { ...shared, value: own }
    return value === undefined || isKnown(resolve(value), null)
      ? shared
      : { argument: `${instances.input}.${key}.instance_class`, value, isDefault: false }
  })
}

const LEAST_CLASS = 'the least class that can stream in its place'

/** Instances of the class that the call names, or of one that can stream. */
const withoutServerless = (
  call: ModuleCluster,
  serverless: string,
  instanceClass: Input,
  suggested: readonly Correction[] | undefined,
): Fix | Unmended | undefined => {
  const [first] = suggested ?? []
  if (!first) return undefined
  const isGiven = call.argument(instanceClass.input) !== undefined
  if (isGiven && classObstacle(call.engineInput && call.value(call.engineInput), call.value(instanceClass), ''))
    return { reason: `${instanceClass.input} is no class that can stream either` }
  const added = isGiven ? [] : [argument(instanceClass.input, constant(first.meant))]
  const title = `take out ${serverless}${isGiven ? '' : `, and write "${first.meant}", ${LEAST_CLASS}`}`
  return fix('unsafe', title, replaceArguments(placeOfCall(call.call), [serverless], added))
}

/** A choice, which restarts or upgrades what runs. */
const suggest = (
  call: ModuleCluster,
  input: Input,
  suggested: readonly Correction[] | undefined,
  what: string,
): Fix | Unmended | undefined => {
  const [first] = suggested ?? []
  if (!suggested || !first) return undefined
  const isDefault = !call.argument(input.input) && first.value.origin === undefined
  const change = isDefault ? setInputs(call, [{ input, value: constant(first.meant) }]) : correctText(suggested)
  return change && fix('unsafe', `write "${first.meant}", ${what}`, change)
}
