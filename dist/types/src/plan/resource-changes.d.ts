import type { PlannedInstance } from './document.js';
import type { JsonReader } from './json-reader.js';
import { type Wanted } from './resource-entry.js';
/** Reads `resource_changes`; instances are added as they come, so that a broken document gives those before the break. */
export declare const readResourceChanges: (reader: JsonReader, wanted: Wanted, into: PlannedInstance[]) => void;
