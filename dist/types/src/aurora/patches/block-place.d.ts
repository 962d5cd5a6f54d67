import type { BlockPlace } from '../../edit/index.js';
import type { ModuleCall, Resource } from '../../terraform/configuration.js';
/** The block of a resource or data source. */
export declare const placeOfResource: ({ mode, type, name, content }: Resource) => BlockPlace;
export declare const placeOfCall: ({ name, content }: ModuleCall) => BlockPlace;
export declare const placeOf: (block: Resource | ModuleCall) => BlockPlace;
