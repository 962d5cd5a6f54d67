/** What keeps the stream of a known module's cluster from working, by the inputs of the call. */
import { expression, fix } from '../../edit/index.js'
import type { Fix, Severity, Unmended } from '../../finding.js'
import type { Value } from '../../terraform/value.js'
import { isKnown, resolve } from '../../terraform/values.js'
import type { Cluster } from '../cluster.js'
import { mistakenInputOf } from '../mistaken-arn.js'
import { ASYNC } from '../patches/stream-beside-call.js'
import { setInputs } from './call-inputs.js'
import { clusterMistakes, kindMistake } from './cluster-mistakes.js'
import { giveInputs, isGiven, moveOut, translateInputs } from './mended-inputs.js'
import type { ModuleCluster } from './module-cluster.js'
import type { StreamCall } from './stream-call.js'
import { keyMistake, modeMistake, orderMistake, type StreamMistake } from './stream-mistakes.js'
import type { ClusterInputs, StreamInputs, VersionRange } from './table.js'

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
  /** What mends it; made when it is asked for. */
  readonly mend?: () => Fix | Unmended | undefined
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

/** Of a call that is a stream: what keeps its cluster from streaming, other rules report at the cluster. */
export const streamCallMistakes = (call: StreamCall, clusters: readonly Cluster[]): readonly InputMistake[] => {
  const streamed = clusters.find(
    (cluster) => call.pointsAt(cluster).verdict === 'yes' && cluster.obstacles.length === 0,
  )
  const mode = call.versions[0]?.streamOf?.mode
  const wrong = mode && modeMistake(call, mode, streamed?.value('engine'))
  return [arnMistake(call), wrong && withMode(call, wrong)].filter((mistake) => mistake !== undefined)
}

const withMode = (call: StreamCall, mistake: StreamMistake): InputMistake => {
  const { argument, value, isLacking } = mistake
  const given = (): Fix | Unmended =>
    fix('unsafe', 'write "async"', setInputs(call, [{ input: { input: argument }, value: ASYNC, old: value }]))
  return isLacking ? { ...mistake, mend: given } : mistake
}

const arnMistake = (call: StreamCall): InputMistake | undefined => {
  const given = resolve(call.value({ input: call.arnInput, default: null }))
  const arn = isKnown(given, null) ? undefined : mistakenInputOf(call) // Terraform refuses a call without it
  return (
    arn && {
      argument: call.arnInput,
      value: arn.value,
      what: `${call.arnInput} of ${call.address} is ${arn.what}, not the ARN of an Aurora cluster`,
      remedy: arn.remedy,
      mend: () => referTo(call, arn),
    }
  )
}

/** Safe where the reference stands in the call itself. */
const referTo = (
  call: StreamCall,
  { value, meant }: { readonly value: Value; readonly meant?: string },
): Fix | Unmended | undefined => {
  if (meant === undefined) return undefined
  const isOwn = value.origin?.holder === call.argument(call.arnInput)
  const setting = { input: { input: call.arnInput }, value: expression(meant), old: value }
  return fix(isOwn ? 'safe' : 'unsafe', `refer to ${meant}`, setInputs(call, [setting]))
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
    mend: () => translateInputs(call),
  }
}

const mistakesIn = (
  call: ModuleCluster,
  { cluster, stream }: VersionRange & { readonly cluster: ClusterInputs },
): readonly InputMistake[] => {
  const own = stream && call.turnsOn(stream).verdict === 'yes' ? stream : undefined
  if (!own && call.isStreamed.verdict !== 'yes') return []
  const kind = kindMistake(call, cluster)
  const key = own && withInputs(call, own, keyMistake(call, own.kmsKeyId))
  const others = kind
    ? [kind]
    : [
        own && withInputs(call, own, modeMistake(call, own.mode, call.value(cluster.engine))),
        ...clusterMistakes(call, cluster, own),
        own && !call.hasNoInstance ? withOrder(call, own) : undefined,
      ]
  return [key, ...others].filter((mistake) => mistake !== undefined)
}

/** What the stream lacks is given to it all at once. */
const withInputs = (
  call: ModuleCluster,
  stream: StreamInputs,
  mistake: StreamMistake | undefined,
): InputMistake | undefined =>
  mistake && (isGiven(mistake) ? { ...mistake, mend: () => giveInputs(call, stream) } : mistake)

const withOrder = (call: ModuleCluster, stream: StreamInputs): InputMistake | undefined => {
  const mistake = orderMistake(call, stream)
  return mistake && { ...mistake, mend: () => moveOut(call, stream) }
}
