import type { PlannedInstance } from '../plan/document.js';
/** What an apply does to a resource instance. */
export type Effect = 'create' | 'update' | 'replace' | 'delete' | 'forget' | 'keep';
/** A resource instance in a plan: what it was, what it will be, and why. */
export declare class PlannedChange {
    #private;
    readonly address: string;
    /** The calls that lead to its module. */
    readonly moduleNames: readonly string[];
    /** Within its module, without a key. */
    readonly resourceAddress: string;
    readonly effect: Effect;
    /** Terraform's `action_reason`: `replace_because_tainted`, `delete_because_no_resource_config`. */
    readonly reason: string | undefined;
    constructor(instance: PlannedInstance);
    /** It is there before the apply and after it, the same one; Terraform may no longer know of it. */
    get stays(): boolean;
    before(name: string): string | undefined;
    after(name: string): string | undefined;
    /** The arguments that cannot be changed without a replacement, and do change. */
    get forcing(): readonly string[];
    /** `from "async" to "sync"` */
    difference(name: string): string;
    /** Before or after: to be shown nowhere. */
    isSensitive(name: string): boolean;
}
