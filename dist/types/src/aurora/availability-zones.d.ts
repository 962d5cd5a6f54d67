import type { ResourceInstance } from './resource-instance.js';
/** Whether the zones that a cluster's argument names are certainly fewer than RDS assigns. */
export declare const namesTooFew: (cluster: ResourceInstance) => boolean;
