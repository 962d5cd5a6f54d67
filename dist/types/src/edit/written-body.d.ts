import type { Edit } from '../finding.js';
import { type Written } from './change.js';
import type { NewArgument, NewBlock } from './new-text.js';
/** The body of a block in native syntax, and where in it something new has its place. */
export declare class WrittenBody {
    #private;
    constructor({ source, block }: Written);
    /** Whether the closing brace stands on the line of what is before it. */
    get isClosedOnLine(): boolean;
    get isEmpty(): boolean;
    /** What stands in one column with it moves where something comes between. */
    get hasHeaderComment(): boolean;
    /** Whether there is nothing in it but what stands behind all others. */
    get isBare(): boolean;
    /** Below the arguments of the same kind that begin the body, else before all that is in it. */
    insertFirst(groups: readonly (readonly NewArgument[])[]): readonly Edit[];
    /** In the run of the last argument that has one, else behind an empty line. */
    insert(added: readonly NewArgument[], mayMoveOthers: boolean): readonly Edit[];
    /** Behind all that is in the body. */
    append(lines: string): readonly Edit[];
    /** Arguments that stand together, or a block each, with empty lines between them. */
    paragraphs(added: readonly (readonly NewArgument[] | NewBlock)[]): string;
    /** Gives the braces of a block on one line lines of their own. */
    reopened(first: readonly NewArgument[], others: readonly NewArgument[], last: readonly (NewArgument | NewBlock)[]): readonly Edit[];
}
