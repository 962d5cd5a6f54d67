import type { Content } from './configuration.js';
import type { Evaluator } from './evaluator.js';
import type { Scope } from './scope.js';
/** Where a block stands: what the names in it mean. */
export type BlockScope = Omit<Scope, 'holder'>;
/** A nested block as Terraform sees it, those that a `dynamic` block makes one by one. */
export interface GeneratedBlock {
    readonly content: Content;
    readonly scope: BlockScope;
}
export interface GeneratedBlocks {
    readonly blocks: readonly GeneratedBlock[];
    /** Why there may be further ones; empty where these are all. */
    readonly because: readonly string[];
}
/** The nested blocks of a type. */
export declare const generatedBlocks: (evaluator: Evaluator, { blocks }: Content, type: string, scope: BlockScope) => GeneratedBlocks;
