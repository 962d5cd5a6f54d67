/** What takes the place of something else in JSON syntax. */
import type { Edit, Unmended } from '../finding.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import type { Written } from './change.js';
import type { NewArgument, NewValue } from './new-text.js';
type Edits = readonly Edit[] | Unmended;
/** Instead of a whole value, or within a string of native syntax. */
export declare const replaceJsonValue: (source: SourceFile, span: Span, value: NewValue) => Edits;
/** The first gives its place to those that are added; each takes the comma with it that parts it from what stays. */
export declare const replaceJsonMembers: (written: Written, names: readonly string[], added: readonly NewArgument[]) => Edits;
export {};
