import type { Value } from '../terraform/value.js';
import type { ResourceInstance } from './resource-instance.js';
/** The name as far as it is known, where RDS certainly refuses it. */
export declare const refusedName: (name: Value) => {
    readonly text: string;
    readonly value: Value;
} | undefined;
/** The characters that RDS refuses, once each. */
export declare const refusedIn: (name: Value) => string;
/** The name with underscores for what RDS refuses; `undefined` where nothing is left of it. */
export declare const acceptedName: (text: string) => string | undefined;
/** Whether the data, and the names with it, may come from a snapshot or from another cluster's past. */
export declare const mayBeRestored: (cluster: ResourceInstance) => boolean;
