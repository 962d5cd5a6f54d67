/** Names for a list in native syntax. */
import type { Edit, Unmended } from '../finding.js';
import type { Tuple } from '../hcl/syntax.js';
import type { Written } from './change.js';
export declare const extendNativeList: ({ source, block }: Written, list: Tuple, names: readonly string[]) => readonly Edit[] | Unmended;
