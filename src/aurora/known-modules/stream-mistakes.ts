/** What is wrong with the stream that the inputs of a known module turn on. */
import { fix } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import type { Value } from '../../terraform/value.js'
import { armsOf, isKnown, resolve } from '../../terraform/values.js'
import { display } from '../display.js'
import { meantMode, modesOf } from '../eligibility/stream-mode.js'
import { areAwsManaged, kmsKeyReferences } from '../keys/kms-key-reference.js'
import { described, wrongKeyTexts } from '../keys/wrong-key-text.js'
import { type KnownArm, knownArms } from '../known-arms.js'
import { newlyNamed } from '../patches/circular.js'
import { correctText } from '../patches/corrected-text.js'
import { rewriteValue } from '../patches/rewrite.js'
import type { CallInstance } from './call-instance.js'
import type { InputMistake } from './input-mistakes.js'
import type { ModuleCluster } from './module-cluster.js'
import { type Input, pathOf, type StreamInputs } from './table.js'

/** What is wrong with an input of the stream. */
export interface StreamMistake extends InputMistake {
  /** Something has to be found for it. */
  readonly isLacking?: true
}

/** `, by default`, where nobody wrote it. */
const byDefault = (call: CallInstance, { input }: Input): string => (call.argument(input) ? '' : ' by default')

const isNull = (arm: Value): boolean => isKnown(resolve(arm), null)

/** `engine` is that of the cluster, where it is known which one is streamed. */
export const modeMistake = (call: CallInstance, input: Input, engine: Value | undefined): StreamMistake | undefined => {
  const value = call.value(input)
  const argument = pathOf(input)
  const [first] = armsOf(resolve(value))
  if (first && armsOf(resolve(value)).every(isNull)) {
    const what = `${argument} of ${call.address} is null${byDefault(call, input)}: a stream has to have a mode`
    const remedy = 'write "async" or, on Aurora PostgreSQL, "sync"'
    return { argument, value, what, remedy, isLacking: true }
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
  return { argument, value: wrong.value, what, remedy: `write ${names}`, mend: () => correctMode(arms, modes) }
}

/** The argument is ForceNew, but no stream of such a mode runs that the patch could replace. */
const correctMode = (arms: readonly KnownArm[], modes: readonly string[]): Fix | Unmended | undefined => {
  const corrections = arms.map((arm) => ({ ...arm, ...meantMode(arm.text, modes) }))
  const change = correctText(corrections)
  const isOwn = corrections.every(({ value, isGuess }) => !isGuess && value.origin?.holder.owner === 'call')
  const [first] = corrections
  return change && first && fix(isOwn && modes.length === 1 ? 'safe' : 'unsafe', `write "${first.meant}"`, change)
}

export const keyMistake = (call: CallInstance, input: Input): StreamMistake | undefined => {
  const value = call.value(input)
  const argument = pathOf(input)
  const remedy = 'hand in the key_id of an aws_kms_key'
  const name = `${argument} of ${call.address}`
  if (armsOf(resolve(value)).every((arm) => isNull(arm) || isKnown(resolve(arm), ''))) {
    const shown = isNull(resolve(value)) ? 'null' : 'empty'
    const what = `${name} is ${shown}${byDefault(call, input)}: a stream has to have a key`
    return { argument, value, what, remedy, isLacking: true }
  }
  const keys = kmsKeyReferences(value, call.evaluator)
  const [first] = keys
  if (!first) return undefined
  if (areAwsManaged(keys)) {
    const what = `${name} is a key that AWS manages: a stream needs a customer managed key`
    return { argument, value: first.value, what, remedy, isLacking: true }
  }
  const texts = wrongKeyTexts(call, keys)
  const [wrong] = texts
  if (!wrong) return undefined
  const { meant } = wrong
  const rewrite = texts.length === 1 && meant ? rewriteValue(wrong.value, meant.reference) : undefined
  const mistake = {
    argument,
    value: wrong.value,
    what: `${name} is ${described(wrong)}`,
    remedy: meant?.exact ? `write ${meant.reference} without quotes` : remedy,
  }
  if (!rewrite) return { ...mistake, isLacking: true }
  // Safe where the text stands in the call itself: elsewhere it may serve something that needs another form of the key.
  const isSafe = meant?.exact && wrong.value.origin?.holder === call.argument(input.input)
  const title = `refer to ${rewrite.reference}`
  return { ...mistake, mend: () => fix(isSafe ? 'safe' : 'unsafe', title, newlyNamed(call.evaluator, rewrite)) }
}

/** The first apply may fail, and a retry "mends" it: nothing that the caller writes orders what is within the module. */
export const orderMistake = (call: ModuleCluster, stream: StreamInputs): InputMistake | undefined => {
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
