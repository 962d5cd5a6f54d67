import type { ModuleInstance } from '../../terraform/module-instance.js';
/** The name, or with a number behind it, that no resource of these types has in the module, or had. */
export declare const freeName: ({ module }: ModuleInstance, types: readonly string[], name: string) => string;
/** A longer name, its words apart in the way that the name has them: `orders_activity_stream`, `orders-db-activity-stream`. */
export declare const nameLike: (name: string, ...words: readonly string[]) => string;
