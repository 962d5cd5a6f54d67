/** What cannot be referred to from where a patch would: it waits for that already. */
import type { Change } from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import { graphOf } from '../../terraform/dependency-graph.js'
import type { Evaluator } from '../../terraform/evaluator.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import { type Receiver, receiverName, receiverOf } from '../../terraform/receiver.js'
import { referencesInText } from '../../terraform/static-references.js'
import { type Rewrite, rewritten } from './rewrite.js'

/** Whether the reference, in the place of what the receiver is given in the same module, would close a cycle. */
export const isCircular = (
  evaluator: Evaluator,
  module: ModuleInstance,
  reference: string,
  receiver: Receiver,
): boolean => graphOf(evaluator).waitsForReceiver(module, referencesInText(reference), receiver)

/** Why a rewrite cannot name what it names where it stands. */
export const circularity = (
  evaluator: Evaluator,
  { reference, holder, module }: Pick<Rewrite, 'reference' | 'holder' | 'module'>,
): Unmended | undefined => {
  const receiver = receiverOf(module.module, holder)
  if (!receiver || !isCircular(evaluator, module, reference, receiver)) return undefined
  return { reason: `${reference} waits for ${receiverName(receiver)} already` }
}

/** The change that a rewrite makes, where that names something which was not named there before. */
export const newlyNamed = (evaluator: Evaluator, rewrite: Rewrite): Change | Unmended =>
  circularity(evaluator, rewrite) ?? rewritten(rewrite)
