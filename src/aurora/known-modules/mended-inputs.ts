/** What mends the inputs of a call that turn on a stream that cannot work. */
import { type Change, fix, type NewValue, removeArguments, replaceArguments, together } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import type { Argument } from '../../terraform/configuration.js'
import { toBool } from '../../terraform/conversion.js'
import { isKnown, resolve } from '../../terraform/values.js'
import { placeOfCall } from '../patches/block-place.js'
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
import { keyMistake, modeMistake, type StreamMistake } from './stream-mistakes.js'
import type { Input, StreamInputs } from './table.js'

/** All that the stream lacks, but for what is sensitive: whatever of it is missed, the patch is the same. */
export const giveInputs = (call: ModuleCluster, stream: StreamInputs): Fix | Unmended => {
  if (!stream.waitsForInstances) return moveOut(call, stream)
  const lacksMode = isGiven(modeMistake(call, stream.mode, engineOf(call)))
  const lacksKey = isGiven(keyMistake(call, stream.kmsKeyId))
  const key = lacksKey && keyForInput(call, stream.kmsKeyId.input, call.identifierOutput)
  const settings: Setting[] = []
  if (lacksMode) settings.push({ input: stream.mode, value: ASYNC })
  if (key) settings.push({ input: stream.kmsKeyId, value: key.keyId, old: call.value(stream.kmsKeyId) })
  const what = [...(lacksMode ? ['the mode "async"'] : []), ...(key ? [key.name] : [])].join(' and ')
  const change = together(setInputs(call, settings), ...keyBlocks(call, key || undefined))
  return fix('unsafe', `give its stream ${what}`, change)
}

/** Whether the patch gives what is lacking. */
export const isGiven = (mistake: StreamMistake | undefined): boolean =>
  mistake?.isLacking === true && !mistake.value?.sensitive

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
  if (call.isStreamedFromOutside) return turnedOff(call, stream)
  const { namingOutput } = call
  if (namingOutput === undefined) return { reason: `${call.known.name} has no output with the ARN of its cluster` }
  const when = conditionOf(call, stream.switch)
  if (typeof when === 'object') return when
  const { given, key } = settingsOf(call, stream)
  return together(turnedOff(call, stream), streamBesideCall(call, namingOutput, key?.blocks ?? [], { ...given, when }))
}

/** As it is written, where it is not simply true. */
const conditionOf = (call: ModuleCluster, { input }: Input): string | undefined | Unmended => {
  const given = call.argument(input)
  if (!given || isLiteral(given, true)) return undefined
  const { written, expression: value } = given
  const isReference = value.kind === 'access' || value.kind === 'parentheses'
  const isOn = isKnown(toBool(resolve(call.value({ input, default: null }))), true)
  return written && isOn && isReference && !written.source.isJson
    ? written.source.slice(written.expressionSpan)
    : { reason: `${input} is not simply true` }
}

const isLiteral = ({ expression: value }: Argument, wanted: unknown): boolean =>
  (value.kind === 'literal' || value.kind === 'constant') && value.value === wanted

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
  if (!given?.written) return undefined
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
  if (!meant || isOff(call, meant))
    return fix('unsafe', `take out ${refusedInputs.join(', ')}`, removeArguments(place, refusedInputs))
  const when = meant.mode.attribute === undefined ? conditionOf(call, meant.switch) : undefined
  if (typeof when === 'object') return when
  if (meant.mode.attribute !== undefined && call.argument(meant.switch.input)?.expression.kind !== 'object')
    return { reason: `${meant.switch.input} is no object in place` }
  const { given, key } = settingsOf(call, meant)
  const target = call.versions.every(({ stream }) => stream?.waitsForInstances) ? call.streamInputs : undefined
  if (!target) {
    const { namingOutput } = call
    if (namingOutput === undefined)
      return { reason: `the versions of ${known.name} that the call allows differ in their outputs` }
    const beside = streamBesideCall(call, namingOutput, key?.blocks ?? [], { ...given, when })
    const title = `move the stream of module.${own.name} out of the module`
    return fix('unsafe', title, together(removeArguments(place, refusedInputs), beside))
  }
  const change = together(
    replaceArguments(place, refusedInputs, streamArguments(target, { ...given, when })),
    ...keyBlocks(call, key),
  )
  return fix('unsafe', `turn the stream on by ${target.switch.input}`, change)
}

/** Whether what is refused would turn no stream on. */
const isOff = (call: ModuleCluster, { switch: on }: StreamInputs): boolean => {
  const given = call.argument(on.input)
  return !given || isLiteral(given, false) || isLiteral(given, null)
}
