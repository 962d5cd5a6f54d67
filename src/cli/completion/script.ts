import type { RuleMetadata } from '../../rule-metadata.js'
import type { CompletionArguments } from '../arguments.js'
import type { Io } from '../io.js'

export const completionScript = (
  _given: CompletionArguments,
  _rules: readonly Pick<RuleMetadata, 'id' | 'title'>[],
  _io: Pick<Io, 'environment'>,
): string => ''
