/** `depends_on` for streams that wait for no instance: one patch for each block, whatever the number of its instances. */
import { type Change } from '../../edit/index.js';
import type { Fix, Unmended } from '../../finding.js';
import type { ModuleCall, Resource } from '../../terraform/configuration.js';
import type { DependencyGraph } from '../../terraform/dependency-graph.js';
import { type Order } from '../order.js';
export interface MendedOrder extends Order {
    /** Absent where nobody knows whether anything is wrong. */
    readonly fix: Fix | Unmended | undefined;
}
export declare const mendedOrders: (orders: readonly Order[], graph: DependencyGraph) => readonly MendedOrder[];
/** Written into the list that is there, or one of its own. */
export declare const dependOn: (block: Resource | ModuleCall, added: readonly string[]) => Change | Unmended;
