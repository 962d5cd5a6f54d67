import { type Change, removeArgument } from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import type { ResourceInstance } from '../resource-instance.js'
import { placeOfResource } from './block-place.js'

/** Takes an argument out of a resource. */
export const withoutArgument = (on: ResourceInstance, name: string): Change | Unmended => {
  const place = placeOfResource(on.reference.resource)
  const argument = on.argument(name)?.written
  const attribute = place.written?.block.body.attributes.get(name)
  // The resource's own may be another, which an override has replaced.
  if (place.written && (!argument || argument.source !== place.written.source || argument.span !== attribute?.span))
    return { reason: `${name} is not written in the block of ${on.address}` }
  return removeArgument(place, name)
}
