import type { ResourceInstanceReference } from './reference.js'
import type { Value } from './value.js'
import { equal, withOrigin } from './values.js'

/** The plan knows the value, the configuration where it comes from. */
export const mergePlanned = (
  configured: Value,
  planned: Value,
  isHeld: (of: ResourceInstanceReference) => boolean,
): Value => {
  if (configured.kind === 'choice') {
    const taken = configured.arms.filter((arm) => arm.kind === 'symbolic' && equal(arm, planned) === true)
    const [only] = taken
    if (only && taken.length === 1) return only
  }
  // What merely mentions an attribute (a string around it, a choice between it and others) is not the attribute: that one the plan
  // would know, too, if it is known.
  const isAttribute =
    configured.kind === 'symbolic' &&
    (configured.value
      ? equal(configured.value, planned) !== false
      : configured.pathLost === true || !isHeld(configured.of))
  if (isAttribute) return { ...configured, value: planned }
  return equal(configured, planned) === true ? configured : withOrigin(planned, configured.origin)
}
