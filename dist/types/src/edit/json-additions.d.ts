/**
 * What is new in JSON syntax. Such an edit writes the comma before it, so that no two of them at one object can be made
 * together.
 */
import type { Edit, Unmended } from '../finding.js';
import type { Tuple } from '../hcl/syntax.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import type { Written } from './change.js';
import type { NewArgument, NewBlock } from './new-text.js';
type Edits = readonly Edit[] | Unmended;
export declare const addJsonArguments: (written: Written, added: readonly NewArgument[]) => Edits;
export declare const addJsonBlock: (written: Written, added: NewBlock) => Edits;
/** Within the object that an argument is. */
export declare const addJsonEntry: (source: SourceFile, span: Span, { name, value }: NewArgument) => Edits;
/** Behind the others of their types, in the object of the file that holds the block. */
export declare const addJsonBlocks: ({ source, block }: Written, added: readonly NewBlock[]) => Edits;
export declare const extendJsonList: (source: SourceFile, { span }: Tuple, texts: readonly string[]) => Edits;
export {};
