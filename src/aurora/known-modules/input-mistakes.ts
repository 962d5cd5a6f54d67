/** What keeps the stream of a known module's cluster from working, by the inputs of the call. */
import type { Severity } from '../../finding.js'
import type { Value } from '../../terraform/value.js'
import { armsOf, isKnown, known, resolve } from '../../terraform/values.js'
import { display } from '../display.js'
import { classObstacle } from '../eligibility/class-obstacle.js'
import { engineObstacle, serverlessObstacle, versionObstacle } from '../eligibility/obstacle.js'
import { modesOf } from '../eligibility/stream-mode.js'
import { kmsKeyReferences } from '../kms-key-reference.js'
import { knownArms } from '../known-arms.js'
import type { ModuleCluster } from './module-cluster.js'
import {
  type ClusterInputs,
  type Input,
  type InstanceInputs,
  pathOf,
  type StreamInputs,
  type VersionRange,
} from './table.js'

export interface InputMistake {
  /** The input, or an attribute of the object that it is: `cluster_activity_stream.mode`. */
  readonly argument: string
  readonly value?: Value
  readonly severity?: Severity
  /** A sentence that names the call. */
  readonly what: string
  /** Imperative: `write "async"`. */
  readonly remedy: string
  readonly because?: readonly string[]
}

/** Only what is wrong in each version that the call allows. */
export const inputMistakes = (call: ModuleCluster): readonly InputMistake[] => {
  const refused = refusal(call)
  if (refused) return [refused]
  const [first = [], ...others] = call.ranges.map((range) => mistakesIn(call, range))
  return first.filter(({ argument, what }) =>
    others.every((mistakes) => mistakes.some((other) => other.argument === argument && other.what === what)),
  )
}

/** Terraform refuses the call: nothing else of it matters yet. */
const refusal = (call: ModuleCluster): InputMistake | undefined => {
  const [first] = call.refusedInputs
  if (first === undefined) return undefined
  const { name } = call.known
  const stream = call.versions.findLast((range) => range.stream)?.stream
  const streaming = call.known.versions.find((range) => range.stream)
  return {
    argument: first,
    what: `${call.address} is given ${call.refusedInputs.join(', ')}, which ${name} does not take in versions ${call.allowedVersions}`,
    remedy: stream ? `turn the stream on by ${stream.switch.input}` : `use version ${streaming?.from} or later`,
  }
}

const mistakesIn = (
  call: ModuleCluster,
  { cluster, stream }: VersionRange & { readonly cluster: ClusterInputs },
): readonly InputMistake[] => {
  const own = stream && call.turnsOn(stream).verdict === 'yes' ? stream : undefined
  if (!own && call.isStreamed.verdict !== 'yes') return []
  const obstacle = clusterMistake(call, cluster)
  const key = own && keyMistake(call, own.kmsKeyId)
  if (obstacle) return [obstacle, ...(key ? [key] : [])]
  const empty = emptyMistake(call, cluster)
  return [
    own && modeMistake(call, own.mode, call.value(cluster.engine)),
    key,
    versionMistake(call, cluster),
    empty,
    ...(empty ? [] : classMistakes(call, cluster)),
    own && !empty ? orderMistake(call, own) : undefined,
  ].filter((mistake) => mistake !== undefined)
}

/** `, by default`, where nobody wrote it. */
const byDefault = (call: ModuleCluster, { input }: Input): string => (call.argument(input) ? '' : ' by default')

const isNull = (arm: Value): boolean => isKnown(resolve(arm), null)

const modeMistake = (call: ModuleCluster, input: Input, engine: Value): InputMistake | undefined => {
  const value = call.value(input)
  const argument = pathOf(input)
  const [first] = armsOf(resolve(value))
  if (first && armsOf(resolve(value)).every(isNull)) {
    const what = `${argument} of ${call.address} is null${byDefault(call, input)}: a stream has to have a mode`
    return { argument, value, what, remedy: 'write "async" or, on Aurora PostgreSQL, "sync"' }
  }
  const modes = modesOf(engine)
  const arms = knownArms(value)
  const [wrong] = arms
  if (!wrong || arms.some(({ text }) => modes.includes(text))) return undefined
  const shown = display(wrong.text, wrong.value)
  const names = modes.map((mode) => `"${mode}"`).join(' or ')
  const what =
    wrong.text === 'sync'
      ? `${argument} of ${call.address} is ${shown}, which no stream of Aurora MySQL has`
      : `${argument} of ${call.address} is ${shown}, neither sync nor async`
  return { argument, value: wrong.value, what, remedy: `write ${names}` }
}

const keyMistake = (call: ModuleCluster, input: Input): InputMistake | undefined => {
  const value = call.value(input)
  const argument = pathOf(input)
  const remedy = 'hand in the key_id of an aws_kms_key, without quotes'
  const name = `${argument} of ${call.address}`
  if (armsOf(resolve(value)).every((arm) => isNull(arm) || isKnown(resolve(arm), ''))) {
    const shown = isNull(resolve(value)) ? 'null' : 'empty'
    return { argument, value, what: `${name} is ${shown}${byDefault(call, input)}: a stream has to have a key`, remedy }
  }
  const keys = kmsKeyReferences(value, call.evaluator)
  const [first] = keys
  if (!first) return undefined
  if (keys.every(({ named }) => named().length > 0 && named().every(({ kind }) => kind === 'aws-managed'))) {
    const what = `${name} is a key that AWS manages: a stream needs a customer managed key`
    return { argument, value: first.value, what, remedy }
  }
  const texts = keys.flatMap(({ reference, value: arm }) =>
    reference.kind === 'quoted-reference' || reference.kind === 'no-identifier' ? [{ reference, arm }] : [],
  )
  const [wrong] = texts
  if (!wrong || texts.length < keys.length) return undefined
  const shown = display(wrong.reference.text, wrong.arm)
  const what =
    wrong.reference.kind === 'quoted-reference'
      ? `${name} is the text ${shown}, not a reference to a key`
      : `${name} is ${shown}, which is no KMS key identifier`
  return { argument, value: wrong.arm, what, remedy }
}

/** What keeps the cluster from ever streaming. */
const clusterMistake = (call: ModuleCluster, cluster: ClusterInputs): InputMistake | undefined => {
  const kinds = [
    { input: cluster.engine, obstacle: engineObstacle(call.value(cluster.engine)) },
    { input: cluster.engineMode, obstacle: serverlessObstacle(call.value(cluster.engineMode)) },
  ]
  const found = kinds.find(({ obstacle }) => obstacle)
  return found?.obstacle && obstructed(call, found.input, found.obstacle)
}

const versionMistake = (call: ModuleCluster, { engine, engineVersion }: ClusterInputs): InputMistake | undefined => {
  const obstacle = versionObstacle(call.value(engine), call.value(engineVersion))
  return obstacle && obstructed(call, engineVersion, { ...obstacle, what: `its ${obstacle.what}` })
}

const obstructed = (
  call: ModuleCluster,
  input: Input,
  { what, remedy, value, because }: NonNullable<ReturnType<typeof engineObstacle>>,
): InputMistake => ({
  argument: input.input,
  ...(value && { value }),
  what: `${call.address} is streamed, but ${what}`,
  remedy,
  because: [
    ...(because ?? []),
    ...(call.argument(input.input) ? [] : [`${input.input} is left out: this is its default`]),
  ],
})

const emptyMistake = (call: ModuleCluster, { instances }: ClusterInputs): InputMistake | undefined => {
  if (!instances || !call.isWithoutInstance(instances) || call.mayHaveOtherInstances) return undefined
  const { input, kind } = instances
  const state = call.argument(input) ? `is ${kind === 'count' ? '0' : 'empty'}` : 'is left out'
  return {
    argument: input,
    value: call.valueOf(input, instances.default),
    what: `${call.address} is streamed, but ${input} ${state}: there is no instance that could stream`,
    remedy: `add an instance to ${input}`,
  }
}

const classMistakes = (call: ModuleCluster, { engine, instances }: ClusterInputs): readonly InputMistake[] => {
  if (!instances) return []
  const found = new Map<string, InputMistake>()
  for (const { argument, name = `${argument} of ${call.address}`, value, isDefault } of classesOf(call, instances)) {
    const obstacle = isKnown(resolve(value), '') ? undefined : classObstacle(call.value(engine), value, name)
    if (!obstacle) continue
    const { kind, what, remedy } = obstacle
    const because = isDefault ? [`${argument} is left out: this is its default`] : []
    const severity = kind === 'unlisted' ? ({ severity: 'warning' } as const) : {}
    found.set(argument, { argument, value: obstacle.value, what, remedy, because, ...severity })
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
    return value === undefined || isNull(value)
      ? shared
      : { argument: `${instances.input}.${key}.instance_class`, value, isDefault: false }
  })
}

/** The first apply may fail, and a retry "mends" it: nothing that the caller writes orders what is within the module. */
const orderMistake = (call: ModuleCluster, stream: StreamInputs): InputMistake | undefined => {
  if (stream.waitsForInstances) return undefined
  const { name, checked } = call.known
  const [output] = call.ranges.flatMap(({ cluster }) => cluster.outputs.arn)
  return {
    argument: stream.switch.input,
    value: call.value(stream.switch),
    what: `${stream.switch.input} of ${call.address} turns on a stream that can start before any instance of its cluster exists`,
    remedy: `leave it off, and add an aws_rds_cluster_activity_stream with resource_arn = ${call.address}.${output} and depends_on = [module.${call.call.name}]`,
    because: [`in no version of ${name} up to ${checked.newest} does the stream depend on the instances`],
  }
}
