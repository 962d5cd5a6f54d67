/** What `known-modules.json` says of public modules that make Aurora clusters or streams. */
import type { Value } from '../../terraform/value.js';
/** An input of a module, or an attribute of the object that it is, with what holds where it is left out. */
export interface Input {
    readonly input: string;
    readonly attribute?: string;
    readonly default: string | number | boolean | null;
}
/** `cluster_activity_stream.mode` */
export declare const pathOf: ({ input, attribute }: Pick<Input, 'input' | 'attribute'>) => string;
export interface ClusterInputs {
    /** Inputs that, false, leave the cluster out. */
    readonly switches: readonly string[];
    readonly engine: Input;
    readonly engineMode: Input;
    readonly engineVersion: Input;
    readonly identifier?: Input;
    /** Outputs that stand for the cluster alone, and wait for no instance. */
    readonly outputs: {
        readonly arn: readonly string[];
        readonly identifier: readonly string[];
    };
    readonly instances?: InstanceInputs;
}
export interface InstanceInputs {
    readonly kind: string;
    readonly input: string;
    readonly default: unknown;
    readonly instanceClass: Input;
    /** Given, it makes every instance a `db.serverless`. */
    readonly serverless?: string;
}
export interface StreamInputs {
    /** Turns the stream on: true, or any object. */
    readonly switch: Input;
    readonly mode: Input;
    readonly kmsKeyId: Input;
    readonly waitsForInstances: boolean;
}
/** The call is the stream of a cluster elsewhere, for whose instances it does not wait. */
export interface StreamOfInputs {
    readonly arn: Input;
    readonly mode: Input;
}
/** Versions that take the same inputs. */
export interface VersionRange {
    readonly from: string;
    readonly below: string;
    readonly cluster?: ClusterInputs;
    readonly stream?: StreamInputs;
    readonly streamOf?: StreamOfInputs;
}
export interface KnownModule {
    /** As messages call it. */
    readonly name: string;
    readonly registry?: string;
    readonly repository: string;
    readonly directory: string;
    readonly checked: {
        readonly on: string;
        readonly newest: string;
    };
    readonly versions: readonly VersionRange[];
}
/** A known module, and the versions of it that a call allows: one at least. */
export interface Recognised {
    readonly module: KnownModule;
    readonly versions: readonly VersionRange[];
}
/** `undefined` for a module of which nothing is known, or not in any version that the call allows. */
export declare const recognise: (source: string, version: Value | undefined) => Recognised | undefined;
/** Names of inputs about streams that the module takes in other versions than this one. */
export declare const foreignInputs: (module: KnownModule, range: VersionRange) => ReadonlySet<string>;
