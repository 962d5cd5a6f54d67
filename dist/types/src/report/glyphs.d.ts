import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
/** One character of a source line as it is shown, or the mask that stands for many. */
export interface Glyph {
    readonly text: string;
    /** In columns of a terminal. */
    readonly width: number;
    /** What of the source it stands for. */
    readonly span: Span;
}
/**
 * A line of the source as it is shown: tabs become blanks, control characters escapes, and what must not be read `***`.
 * `line` is 1-based; `masks` are sorted and do not overlap. A mask that began on an earlier line leaves nothing of this one.
 * Of a line that is very long, the part that begins `from` units into it.
 */
export declare const glyphs: (source: SourceFile, line: number, masks: readonly Span[], from?: number) => readonly Glyph[];
/** In columns. */
export declare const width: (line: readonly Glyph[]) => number;
/** Where the part of a line begins that is to be shown for the sake of `offset`, in units from the line's start. */
export declare const partAround: (source: SourceFile, line: number, offset: number) => number;
