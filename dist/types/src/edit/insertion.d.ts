import type { Unmended } from '../finding.js';
import type { Expression } from '../hcl/syntax.js';
import { type BlockPlace, type Change } from './change.js';
import { type NewArgument, type NewBlock } from './new-text.js';
/**
 * Adds arguments behind the others of a block, in their column; behind an empty line where that would move too many others.
 * Terraform's own stand where they are looked for: `count`, `for_each` and `provider` at the beginning, `depends_on` at the end.
 */
export declare const addArguments: (place: BlockPlace, added: readonly NewArgument[]) => Change | Unmended;
export declare const addArgument: (place: BlockPlace, added: NewArgument) => Change | Unmended;
/** Adds a nested block at the end of a block, behind an empty line. */
export declare const addBlock: (place: BlockPlace, added: NewBlock) => Change | Unmended;
/** Adds blocks of the outermost level behind one of them, an empty line before each. In JSON they join those of their types. */
export declare const addBlocksAfter: (place: BlockPlace, blocks: readonly NewBlock[]) => Change | Unmended;
/**
 * Adds names to a list such as that of `depends_on`: `list` is where it stands in the block, with its expression. They are
 * quoted where the others are.
 */
export declare const extendNames: (place: BlockPlace, list: {
    readonly name: string;
    readonly expression: Expression;
}, texts: readonly string[]) => Change | Unmended;
