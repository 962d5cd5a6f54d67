import type { Unmended } from '../finding.js';
import { type BlockPlace, type Change } from './change.js';
/** Takes an argument out of a block. Comments stay. */
export declare const removeArgument: (place: BlockPlace, name: string) => Change | Unmended;
/** Takes a block out; `within` is the one around a nested block. */
export declare const removeBlock: ({ written, type, labels }: BlockPlace, within?: BlockPlace) => Change | Unmended;
export declare const renameArgument: (place: BlockPlace, name: string, to: string) => Change | Unmended;
