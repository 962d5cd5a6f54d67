import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import { type Glyph } from './glyphs.js';
import type { Style } from './style.js';
export interface FrameOptions {
    readonly style: Style;
    /** The width of the terminal. */
    readonly columns: number;
    /** The width of the column of line numbers. */
    readonly gutter: number;
    /** What must not be shown, sorted, without overlaps. */
    readonly masks: readonly Span[];
}
/**
 * The lines around a span with the span underlined. A span of several lines is underlined on its first.
 * Of lines that are too long, the part with the span is shown.
 */
export declare const codeFrame: (source: SourceFile, span: Span, mark: (text: string) => string, { style, columns, gutter, masks }: FrameOptions) => readonly string[];
/**
 * How many columns of a line of `whole` to leave out on the left: as few as show those between `from` and `to`, for what a line
 * is about stands at its left. Where they are too many, their first are shown, and the left too where both have room.
 */
export declare const offsetFor: (from: number, to: number, whole: number, room: number) => number;
/** The columns from `offset` on, at most `room` of them; an ellipsis stands where something was left out. */
export declare const cut: (line: readonly Glyph[], offset: number, room: number) => string;
