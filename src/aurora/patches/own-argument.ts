import { addArgument, argument, type Change, type NewValue, replaceValue } from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import type { Argument, ModuleCall } from '../../terraform/configuration.js'
import type { ResourceInstance } from '../resource-instance.js'
import { placeOfCall, placeOfResource } from './place.js'

/** Writes an argument in the resource's own block, whatever it was made of before. */
export const writeArgument = ({ reference }: ResourceInstance, name: string, value: NewValue): Change | Unmended => {
  const { resource } = reference
  const written = resource.content.arguments.get(name)?.written
  if (!written) return addArgument(placeOfResource(resource), argument(name, value))
  return replaceValue({ source: written.source, span: written.expressionSpan }, value, '')
}

/** The same of a call that hands the argument in. */
export const writeInput = (call: ModuleCall, { name, written }: Argument, value: NewValue): Change | Unmended =>
  written
    ? replaceValue({ source: written.source, span: written.expressionSpan }, value, '')
    : addArgument(placeOfCall(call), argument(name, value))
