import type { Unmended } from '../finding.js';
import type { ObjectConstructor } from '../hcl/syntax.js';
import type { SourceFile } from '../source/source-file.js';
import { type Change } from './change.js';
import type { NewArgument } from './new-text.js';
/** Adds an entry behind the others of an object, as they are written: on a line of its own, or on theirs. */
export declare const addEntry: ({ source, expression }: {
    readonly source: SourceFile;
    readonly expression: ObjectConstructor;
}, added: NewArgument, snippet: string) => Change | Unmended;
