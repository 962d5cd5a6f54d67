/** What mends the inputs of a call that turn on a stream that cannot work. */
import {
  type Change,
  expression,
  fix,
  type NewValue,
  removeArguments,
  replaceArguments,
  together,
} from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import { placeOfCall } from '../patches/place.js'
import {
  ASYNC,
  keyBesideCall,
  keyForInput,
  type StreamSettings,
  streamBesideCall,
} from '../patches/stream-beside-call.js'
import type { StreamKey } from '../patches/stream-key.js'
import { bareKeyOf } from './bare-key.js'
import { type Setting, setInputs, streamArguments } from './call-inputs.js'
import type { ModuleCluster } from './module-cluster.js'
import { instanceFor, keyBlocks } from './new-stream.js'
import { keyMistake, modeMistake } from './stream-mistakes.js'
import type { Input, StreamInputs } from './table.js'

/** All that the stream lacks: whatever of it is missed, the patch is the same. */
export const giveInputs = (call: ModuleCluster, stream: StreamInputs): Fix | Unmended => {
  if (!stream.waitsForInstances) return moveOut(call, stream)
  const lacksMode = modeMistake(call, stream.mode, engineOf(call))?.isLacking
  const lacksKey = keyMistake(call, stream.kmsKeyId)?.isLacking
  const key = lacksKey && keyForInput(call, call.identifierOutput)
  const settings: Setting[] = []
  if (lacksMode) settings.push({ input: stream.mode, value: ASYNC })
  if (key) settings.push({ input: stream.kmsKeyId, value: key.keyId, old: call.value(stream.kmsKeyId) })
  const what = [...(lacksMode ? ['the mode "async"'] : []), ...(key ? [key.name] : [])].join(' and ')
  const change = together(setInputs(call, settings), ...keyBlocks(call, key || undefined))
  return fix('unsafe', `give its stream ${what}`, change)
}

const engineOf = (call: ModuleCluster) => call.engineInput && call.value(call.engineInput)

/** An instance by the inputs of the call; one that the stream of the module does not wait for is moved out as well. */
export const addInstance = (call: ModuleCluster, stream: StreamInputs | undefined): Fix | Unmended => {
  const instance = instanceFor(call)
  if ('reason' in instance) return instance
  const moved = stream && !stream.waitsForInstances ? [movedOut(call, stream)] : []
  const also = moved.length > 0 ? ', and move its stream out of the module' : ''
  return fix(
    'unsafe',
    `add an instance to module.${call.call.name}${also}`,
    together(setInputs(call, instance), ...moved),
  )
}

/** A stream beside the call, which waits for all that the call makes, in the place of the one in the module. */
export const moveOut = (call: ModuleCluster, stream: StreamInputs): Fix | Unmended =>
  call.isStreamedFromOutside
    ? turnOff(call, stream)
    : fix('unsafe', `move the stream of module.${call.call.name} out of the module`, movedOut(call, stream))

const movedOut = (call: ModuleCluster, stream: StreamInputs): Change | Unmended => {
  const { switch: on } = stream
  const turned = call.argument(on.input)?.expression
  const isOn = turned && (turned.kind === 'literal' || turned.kind === 'constant') && turned.value === true
  if (!isOn) return { reason: `${on.input} is not simply true` }
  if (call.isStreamedFromOutside) return turnedOff(call, stream)
  const arn = call.agreedOutput('arn')
  if (arn === undefined) return { reason: `${call.known.name} has no output with the ARN of its cluster` }
  const { given, key } = settingsOf(call, stream)
  return together(turnedOff(call, stream), streamBesideCall(call, arn, key?.blocks ?? [], given))
}

/** Where another stream is there already. */
export const turnOff = (call: ModuleCluster, stream: StreamInputs): Fix | Unmended =>
  fix('unsafe', `turn off the stream of module.${call.call.name}`, turnedOff(call, stream))

const turnedOff = (call: ModuleCluster, { switch: on, mode, kmsKeyId }: StreamInputs): Change | Unmended => {
  const inputs = new Set([on, mode, kmsKeyId].map(({ input }) => input))
  const given = [...inputs].filter((input) => call.argument(input))
  const isForAll = call.ofSameCall.every((one) => one.isStreamedFromOutside)
  return isForAll || !call.isStreamedFromOutside
    ? removeArguments(placeOfCall(call.call), given)
    : { reason: `not every instance of module.${call.call.name} has another stream` }
}

/** What the stream is given now, as far as it is right. */
const settingsOf = (
  call: ModuleCluster,
  { mode, kmsKeyId }: Pick<StreamInputs, 'mode' | 'kmsKeyId'>,
): { readonly given: StreamSettings; readonly key: StreamKey | undefined } => {
  const written = modeMistake(call, mode, engineOf(call)) ? undefined : copyOf(call, mode)
  const own = keyMistake(call, kmsKeyId) ? undefined : (bareKeyOf(call, kmsKeyId) ?? copyOf(call, kmsKeyId))
  const key = own ? undefined : keyBesideCall(call, call.identifierOutput)
  return { given: { mode: written ?? ASYNC, kmsKeyId: own ?? key?.keyId ?? ASYNC }, key }
}

/** As it stands in the call; `undefined` where it is left out. */
const copyOf = (call: ModuleCluster, { input, attribute }: Input): NewValue | undefined => {
  const given = call.argument(input)
  if (!given?.written) return given && expression(`var.${input}`)
  const { source, expressionSpan } = given.written
  if (attribute === undefined) return { kind: 'copy', source, span: expressionSpan }
  if (given.expression.kind !== 'object') return undefined
  const entry = given.expression.items.find(({ key }) => key.kind === 'literal' && key.value === attribute)
  return entry && { kind: 'copy', source, span: entry.value.span }
}

/** The stream by the inputs that the versions take which the call allows, or beside it where they take none. */
export const translateInputs = (call: ModuleCluster): Fix | Unmended => {
  const { refusedInputs, known, call: own } = call
  const meant = known.versions.find(({ stream }) => stream && refusedInputs.includes(stream.switch.input))?.stream
  const place = placeOfCall(own)
  const takenOut = () => fix('unsafe', `take out ${refusedInputs.join(', ')}`, removeArguments(place, refusedInputs))
  if (!meant) return takenOut()
  const state = stateOf(call, meant)
  if (state === 'unknown') return { reason: `what ${meant.switch.input} is, is decided elsewhere` }
  if (state === 'off') return takenOut()
  const target = call.versions.every(({ stream }) => stream?.waitsForInstances) ? call.streamInputs : undefined
  if (!target) {
    const arn = call.agreedOutput('arn')
    if (arn === undefined)
      return { reason: `the versions of ${known.name} that the call allows differ in their outputs` }
    const { given, key } = settingsOf(call, meant)
    const change = together(
      removeArguments(place, refusedInputs),
      streamBesideCall(call, arn, key?.blocks ?? [], given),
    )
    return fix('unsafe', `move the stream of module.${own.name} out of the module`, change)
  }
  const { given, key } = settingsOf(call, meant)
  const change = together(
    replaceArguments(place, refusedInputs, streamArguments(target, given)),
    ...keyBlocks(call, key),
  )
  return fix('unsafe', `turn the stream on by ${target.switch.input}`, change)
}

/** Whether the inputs that are refused would turn the stream on: simply written, or nobody can say. */
const stateOf = (call: ModuleCluster, { switch: on }: StreamInputs): 'on' | 'off' | 'unknown' => {
  const given = call.argument(on.input)?.expression
  if (!given) return 'off'
  if (given.kind === 'object') return 'on'
  if (given.kind !== 'literal' && given.kind !== 'constant') return 'unknown'
  return given.value === true ? 'on' : 'off'
}
