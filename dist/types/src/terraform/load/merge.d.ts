import type { Content } from '../configuration.js';
/**
 * Terraform's merge of an override into what it overrides: an argument replaces the one of its name, nested blocks replace
 * all of their type (a `dynamic` counts as the type it makes). Where the block was written stays what it was.
 */
export declare const mergeContent: (base: Content, override: Content) => Content;
