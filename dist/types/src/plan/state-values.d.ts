import type { JsonValue, ReadInstance } from './document.js';
import type { JsonReader } from './json-reader.js';
import { type Wanted, type WantedEntry } from './resource-entry.js';
/** A resource instance of `prior_state` or `planned_values`; its values are read when they are wanted. */
export interface StateInstance extends WantedEntry {
    /** As the module says, which before Terraform 0.13 is the only place that does. */
    readonly moduleAddress: string;
}
/** Reads a `root_module` and the modules in it; adds the instances of wanted types, which it leaves unread. */
export declare const readStateModule: (reader: JsonReader, wanted: Wanted, into: StateInstance[]) => void;
export interface ExistingInstance extends ReadInstance {
    readonly deposed: boolean;
    readonly providerName: string | undefined;
}
export declare const existingInstance: (value: JsonValue | undefined, { moduleAddress }: StateInstance) => ExistingInstance | undefined;
