import type { Unmended } from '../finding.js';
import { type BlockPlace, type Change } from './change.js';
import type { NewArgument } from './new-text.js';
/** Takes arguments out of a block, as far as they are there. Comments stay. */
export declare const removeArguments: (place: BlockPlace, names: readonly string[]) => Change | Unmended;
/** The same, with others where the first of them was. */
export declare const replaceArguments: (place: BlockPlace, names: readonly string[], added: readonly NewArgument[]) => Change | Unmended;
