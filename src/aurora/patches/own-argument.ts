import { addArgument, argument, type Change, type NewValue, replaceValue } from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import type { Argument, ModuleCall } from '../../terraform/configuration.js'
import type { ResourceInstance } from '../resource-instance.js'
import { placeOfCall, placeOfResource } from './block-place.js'

/** Writes another value for an argument, where it stands. */
export const rewriteArgument = (
  { source, expressionSpan }: NonNullable<Argument['written']>,
  value: NewValue,
): Change | Unmended => replaceValue({ source, span: expressionSpan }, value)

/** Writes an argument in the resource's own block, whatever it was made of before. */
export const writeArgument = ({ reference }: ResourceInstance, name: string, value: NewValue): Change | Unmended => {
  const { resource } = reference
  const written = resource.content.arguments.get(name)?.written
  return written ? rewriteArgument(written, value) : addArgument(placeOfResource(resource), argument(name, value))
}

/** The same of a call that hands the argument in. */
export const writeInput = (call: ModuleCall, { name, written }: Argument, value: NewValue): Change | Unmended =>
  written ? rewriteArgument(written, value) : addArgument(placeOfCall(call), argument(name, value))
