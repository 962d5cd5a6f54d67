import { printed } from './conversion.js'
import type { ResourceInstanceReference } from './reference.js'
import type { Value } from './value.js'
import { armsOf, equal, resolve, withOrigin } from './values.js'

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
  if (equal(configured, planned) === true) return configured
  const merged = withOrigin(planned, configured.origin)
  return saysOtherwise(configured, planned) ? { ...merged, disputed: true } : merged
}

/** What is left out, AWS fills in; and of what is no single text, the configuration and the plan say the same in several ways. */
const saysOtherwise = (configured: Value, planned: Value): boolean => {
  if (planned.kind !== 'known' || planned.value === null) return false
  return armsOf(resolve(configured)).every((each) => {
    const arm = resolve(each)
    if (arm.kind === 'known')
      return arm.value !== null && arm.value !== '' && printed(arm.value) !== printed(planned.value)
    return arm.kind === 'symbolic' || (arm.kind === 'text' && equal(arm, planned) === false)
  })
}
