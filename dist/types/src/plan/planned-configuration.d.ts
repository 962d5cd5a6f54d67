import type { JsonObject, JsonValue, PlanCall, PlanModule, PlanOutput, PlanProvider, PlanResource } from './document.js';
import type { JsonFile } from './json-file.js';
import type { JsonReader } from './json-reader.js';
type Variable = {
    readonly default?: JsonValue;
    readonly sensitive: boolean;
};
/**
 * A module of `configuration`, as an index into the document: what a resource, an output or a call says is read
 * when it is asked for, because most of a configuration has nothing to do with the question at hand.
 */
export declare class IndexedModule implements PlanModule {
    #private;
    readonly calls: Map<string, IndexedCall>;
    constructor(file: JsonFile);
    get resourceAddresses(): readonly string[];
    resource(address: string): PlanResource | undefined;
    get outputs(): ReadonlyMap<string, PlanOutput>;
    get variables(): ReadonlyMap<string, Variable>;
    /** Reads the module here; what was read before a break in the document stays. */
    index(reader: JsonReader): void;
}
export declare class IndexedCall implements PlanCall {
    #private;
    source: string | undefined;
    versionConstraint: string | undefined;
    readonly module: IndexedModule;
    constructor(file: JsonFile);
    get expressions(): JsonObject;
    get count(): JsonValue | undefined;
    get forEach(): JsonValue | undefined;
    get dependsOn(): readonly string[];
    index(reader: JsonReader): void;
}
/** `provider_config` by its keys (`aws`, `module.db:aws.replica`). */
export declare const planProviders: (value: JsonValue | undefined) => ReadonlyMap<string, PlanProvider>;
export {};
