/** The bare ID of the key that a call is given otherwise, as RDS reports it. */
import { type NewValue } from '../../edit/index.js';
import type { Fix, Unmended } from '../../finding.js';
import type { CallInstance } from './call-instance.js';
import type { ModuleCluster } from './module-cluster.js';
import type { Input } from './table.js';
/** `undefined` where nobody knows the ID. */
export declare const bareKeyFix: (call: ModuleCluster) => Fix | Unmended | undefined;
export declare const bareKeyOf: (call: CallInstance, input: Input) => NewValue | undefined;
