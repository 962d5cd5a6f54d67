/** New arguments and blocks in native syntax. */
import type { Edit } from '../finding.js';
import { type Written } from './change.js';
import type { NewArgument, NewBlock } from './new-text.js';
export declare const addNativeArguments: (written: Written, added: readonly NewArgument[]) => readonly Edit[];
export declare const addNativeBlock: (written: Written, added: NewBlock) => readonly Edit[];
/** Behind the block's line, and what stands on it. */
export declare const addNativeBlocks: ({ source, block }: Written, added: readonly NewBlock[]) => readonly Edit[];
