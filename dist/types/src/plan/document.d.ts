/**
 * What is kept of a plan's JSON (`terraform show -json`, formats 0.1 to 1.2, OpenTofu's too): the resource instances of the
 * wanted types, and the configuration, which is indexed and read piece by piece when asked for. A plan can be larger than memory.
 * What is deployed (a state, the clusters that AWS lists) has the same shape: as a plan that changes nothing, of a configuration
 * that declares each instance by its address.
 */
import type { Diagnostic } from '../source/diagnostic.js';
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
    readonly [key: string]: JsonValue | undefined;
}
/** What a document is an account of: what an apply would make, what Terraform has made, or what there is in AWS. */
export type PlanOrigin = 'plan' | Deployed;
/** What exists, whatever any configuration says. */
export type Deployed = 'state' | 'aws';
export interface PlanDocument {
    readonly origin: PlanOrigin;
    /** As the user knows it. */
    readonly path: string;
    readonly formatVersion: string | undefined;
    readonly terraformVersion: string | undefined;
    /**
     * False where the plan says of itself that there is more to be done: for a target, or with changes put off; of AWS's clusters
     * where not all of them name their members.
     */
    readonly isComplete: boolean;
    /** The root module's variables with the values of this plan. */
    readonly variables: ReadonlyMap<string, JsonValue>;
    /** Managed resource instances of the wanted types, from `resource_changes`; deleted and deposed ones included. */
    readonly changes: readonly PlannedInstance[];
    /** Data sources of the wanted types that were already read. */
    readonly dataSources: readonly ReadInstance[];
    /** `undefined` where the document holds none. */
    readonly configuration: PlanModule | undefined;
    readonly providers: ReadonlyMap<string, PlanProvider>;
    /** `prior_state` has an instance of the address: it already exists. */
    readonly exists: (address: string) => boolean;
    readonly diagnostics: readonly Diagnostic[];
    close(): void;
}
export interface PlannedInstance {
    /** `module.db["b"].aws_rds_cluster.this[0]` */
    readonly address: string;
    /** `module.db["b"]`, empty for the root module. */
    readonly moduleAddress: string;
    readonly mode: 'managed' | 'data';
    readonly type: string;
    readonly name: string;
    readonly index: string | number | undefined;
    readonly deposed: boolean;
    /** `['delete', 'create']` is a replacement, in either order. */
    readonly actions: readonly string[];
    readonly before: JsonObject | null;
    readonly after: JsonObject | null;
    /** `true` wherever a value is known only after apply; the shape of `after`. */
    readonly afterUnknown: JsonObject;
    /** `true` wherever a value must not be shown; a bare `true` means all of it. */
    readonly afterSensitive: JsonValue;
    readonly beforeSensitive: JsonValue;
    readonly replacePaths: readonly (readonly (string | number)[])[];
    readonly actionReason: string | undefined;
    readonly previousAddress: string | undefined;
    readonly providerName: string | undefined;
}
/** A data source with the values that were read, from `prior_state` (or `planned_values`). */
export interface ReadInstance {
    readonly address: string;
    readonly moduleAddress: string;
    readonly mode: 'managed' | 'data';
    readonly type: string;
    readonly name: string;
    readonly index: string | number | undefined;
    readonly values: JsonObject;
    readonly sensitiveValues: JsonValue;
}
export interface PlanModule {
    /** Addresses within the module: `aws_rds_cluster.main`, `data.aws_kms_key.main`. */
    readonly resourceAddresses: readonly string[];
    /** Reads the resource's configuration from the document, at every call. */
    resource(address: string): PlanResource | undefined;
    readonly calls: ReadonlyMap<string, PlanCall>;
    readonly outputs: ReadonlyMap<string, PlanOutput>;
    /** Declared variables, with `default` where there is one. */
    readonly variables: ReadonlyMap<string, {
        readonly default?: JsonValue;
        readonly sensitive: boolean;
    }>;
}
/** `{ "constant_value": … }`, `{ "references": […] }`, or (a nested block) objects and arrays of those. */
export type PlanExpression = JsonValue;
export interface PlanResource {
    readonly address: string;
    /** The address of the one instance that it stands for, where something is deployed; of what AWS lists, the ARN. */
    readonly knownAs?: string;
    readonly mode: 'managed' | 'data';
    readonly type: string;
    readonly name: string;
    readonly providerConfigKey: string | undefined;
    readonly expressions: JsonObject;
    readonly provisioners: readonly PlanProvisioner[];
    readonly count: PlanExpression | undefined;
    readonly forEach: PlanExpression | undefined;
    readonly dependsOn: readonly string[];
}
export interface PlanProvisioner {
    /** `local-exec` */
    readonly type: string;
    readonly expressions: JsonObject;
}
export interface PlanCall {
    readonly source: string | undefined;
    readonly versionConstraint: string | undefined;
    readonly expressions: JsonObject;
    readonly count: PlanExpression | undefined;
    readonly forEach: PlanExpression | undefined;
    readonly dependsOn: readonly string[];
    readonly module: PlanModule;
}
export interface PlanOutput {
    readonly expression: PlanExpression | undefined;
    readonly dependsOn: readonly string[];
    readonly sensitive: boolean;
}
export interface PlanProvider {
    readonly name: string;
    readonly fullName: string | undefined;
    readonly alias: string | undefined;
    readonly moduleAddress: string | undefined;
    readonly versionConstraint: string | undefined;
    readonly expressions: JsonObject;
}
