/**
 * Edits of a configuration that change what they are for and nothing else: the file's indentation, alignment, line ends and syntax
 * (native or JSON) are kept. Knows no Terraform but the shape of its blocks.
 */
export { type BlockPlace, type Change, fix, isUnmended, together } from './change.js';
export { addEntry } from './entry.js';
export { addArgument, addArguments, addBlock, addBlocksAfter, extendNames } from './insertion.js';
export { leftAlone, refusal } from './left-alone.js';
export { argument, block, constant, expression, gap, type NewArgument, type NewBlock, type NewValue, names, } from './new-text.js';
export { removeArgument, removeBlock, renameArgument } from './removal.js';
export { replaceValue } from './replacement.js';
export { removeArguments, replaceArguments } from './several-arguments.js';
