import type { RandomAccess } from '../source/file-system.js';
import type { PlanDocument } from './document.js';
import type { Wanted } from './resource-entry.js';
export interface PlanOptions {
    readonly wanted: Wanted;
}
/**
 * Reads a plan's JSON once, in windows, and keeps what is wanted of it. The document owns `access` and closes it.
 * Never throws: what is broken or unreadable is in `diagnostics`, and what was read before it is kept.
 * Of equal keys in one object the last wins, as for `JSON.parse`; but a resource's `mode` and `type` count as they stand first.
 */
export declare const openPlan: (access: RandomAccess, path: string, { wanted }: PlanOptions) => PlanDocument;
