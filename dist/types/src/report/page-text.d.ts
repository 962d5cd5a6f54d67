import type { RuleMetadata } from '../rule-metadata.js';
import { type Block } from './page.js';
import { type TextOptions } from './style.js';
/** A rule's page for a terminal. */
export declare const pageText: (rule: RuleMetadata, markdown: string, { color, columns }: TextOptions) => string;
/** Blocks without colour, and with lines of any length. */
export declare const plainText: (blocks: readonly Block[]) => string;
