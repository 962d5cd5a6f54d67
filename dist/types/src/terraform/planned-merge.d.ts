import type { ResourceInstanceReference } from './reference.js';
import type { Value } from './value.js';
/** The plan knows the value, the configuration where it comes from. */
export declare const mergePlanned: (configured: Value, planned: Value, isHeld: (of: ResourceInstanceReference) => boolean) => Value;
