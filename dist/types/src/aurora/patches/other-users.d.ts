import type { ResourceInstance } from '../resource-instance.js';
/**
 * Whether something refers to a key that is neither a stream nor belongs to a key: by itself, by its alias, or through local values
 * and outputs. What is not at hand may.
 */
export declare const isUsedByOthers: ({ reference: { module, resource } }: ResourceInstance) => boolean;
