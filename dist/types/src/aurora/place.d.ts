import type { Location } from '../finding.js';
import type { Argument } from '../terraform/configuration.js';
import type { Value } from '../terraform/value.js';
/** Where an argument was written. */
export declare const placeOf: ({ source, expressionSpan }: NonNullable<Argument['written']>) => Location;
/** Where a value was written that a module call hands in: in an object over many lines, not the object but what is wrong in it. */
export declare const placeOfPassed: ({ origin, passed }: Value) => Location | undefined;
