import type { ModuleInstance } from './module-instance.js';
import type { InstanceKey, ResourceInstanceReference } from './reference.js';
/** `[0]`, `["a"]`, or nothing where the instance is not known: then the resource's own address is all there is to say. */
export declare const keySuffix: (key: InstanceKey) => string;
export declare const within: (module: ModuleInstance, address: string) => string;
/** As Terraform prints it: `module.db["b"].aws_rds_cluster.this[0]`. */
export declare const instanceAddress: (instance: ResourceInstanceReference) => string;
/** The resource's address without its own key, in its module instance. */
export declare const resourceAddress: (instance: ResourceInstanceReference) => string;
/** Equal for references to the same instance, and only for those. */
export declare const instanceIdentity: (instance: ResourceInstanceReference) => string;
export declare const moduleIdentity: (module: ModuleInstance) => string;
export declare const keyIdentity: (key: InstanceKey) => string;
