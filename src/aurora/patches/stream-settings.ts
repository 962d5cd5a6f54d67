/** What a stream that is turned on is to say of its mode and its key where it says nothing yet, or what nobody supports. */
import { type Change, constant } from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import { knownString } from '../../terraform/values.js'
import type { Cluster } from '../cluster.js'
import { unsupportedModes } from '../eligibility/stream-mode.js'
import { keyDefects } from '../keys/key-defect.js'
import { misnamedKeyOf } from '../keys/misnamed-key.js'
import { wrongKeyTexts } from '../keys/wrong-key-text.js'
import { misplacementsOf } from '../places/misplacement.js'
import type { Stream } from '../stream.js'
import type { GivenInput } from './given-input.js'
import { homeOf, identifierOutput } from './home.js'
import { rewriteArgument } from './own-argument.js'
import { readersOf } from './readers.js'
import { keyForInput } from './stream-beside-call.js'
import { type StreamKey, streamKeyFor } from './stream-key.js'
import { type InputDecision, inputOf, type LeftOutInput } from './switch.js'

/** What is to be written into the call of a module. */
export type Given = LeftOutInput & GivenInput

export interface Settings {
  readonly given: readonly Given[]
  readonly written: readonly (Change | Unmended)[]
  readonly needsKey: boolean
}

/** For the call that the key comes from, else for where the stream's cluster is at home. */
export const keyFor = (cluster: Cluster, stream: Stream, inputs: readonly InputDecision[]): StreamKey => {
  const { evaluator } = stream
  const input = inputOf(stream.argument('kms_key_id')?.expression ?? NOTHING, stream.where)
  const { parent } = input?.module ?? {}
  if (input && parent) {
    const on = { evaluator, module: parent.instance, call: parent.call, key: parent.key }
    return keyForInput(on, input.name, identifierOutput(input.module, cluster))
  }
  const home = homeOf(cluster)
  const { module, resource } = stream.reference
  const name = cluster.reference.resource.name
  const title = 'reason' in home || inputs.length > 0 ? name : home.title
  return streamKeyFor({
    evaluator,
    module,
    beside: cluster,
    name,
    title,
    readers: [{ kind: 'resource', of: resource }],
  })
}

/** What the stream is given today would be reported, or refused. */
export const settingsOf = (stream: Stream, key: StreamKey, inputs: readonly InputDecision[]): Settings | Unmended => {
  const isModeLess = isLeftOpen(stream, 'mode', inputs) || unsupportedModes(stream).length > 0
  const isKeyLess = isLeftOpen(stream, 'kms_key_id', inputs)
  if (!isKeyLess && isKeyUnfit(stream)) return { reason: `the key of ${stream.address} would not do` }
  if (misplacementsOf(stream, [stream]).length > 0)
    return { reason: `${stream.address} is not where its cluster or its key is` }
  const wanted = [
    ...(isModeLess ? [{ name: 'mode', value: constant('async') }] : []),
    ...(isKeyLess ? [{ name: 'kms_key_id', value: key.keyId }] : []),
  ]
  const given: Given[] = []
  const written: (Change | Unmended)[] = []
  for (const { name, value } of wanted) {
    const own = stream.argument(name)
    const input = own && inputOf(own.expression, stream.where)
    if (input && isStreamsOwn(input)) given.push({ ...input, value })
    else if (own?.written && !stream.reference.module.parent) written.push(rewriteArgument(own.written, value))
    else return { reason: `nobody says what ${name} of ${stream.address} is to be` }
  }
  return { given, written, needsKey: isKeyLess }
}

/** The storage of a cluster takes the ARN of a key, and another key makes another cluster of it. */
const isStreamsOwn = ({ module, name }: LeftOutInput): boolean =>
  [...readersOf(module.module, 'var', name)].every((type) => type === 'aws_rds_cluster_activity_stream')

/** Not said, or part of what is not given. */
const isLeftOpen = (stream: Stream, name: string, inputs: readonly InputDecision[]): boolean => {
  const value = stream.value(name)
  if (value === undefined || knownString(value) === '') return true
  const own = inputOf(stream.argument(name)?.expression ?? NOTHING, stream.where)
  return inputs.some((input) => input.value === 'given' && input.module === own?.module && input.name === own.name)
}

const isKeyUnfit = (stream: Stream): boolean =>
  stream.hasAwsManagedKey ||
  (stream.ignoresChangesOf('kms_key_id').verdict !== 'yes' && misnamedKeyOf(stream, [stream]) !== undefined) ||
  wrongKeyTexts(stream, stream.keys).length > 0 ||
  stream.keys.some((judged) => judged.named().some((one) => keyDefects(one).length > 0))

const NOTHING = { kind: 'constant', value: null } as const
