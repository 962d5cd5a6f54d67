import { type Scanner } from './scanner.js';
import type { Literal, Template } from './syntax.js';
/**
 * The flat contents of a template while it is read: texts, interpolations and directives. Texts come in the pieces in
 * which HCL's scanner cuts them (a line of a heredoc, a lone dollar sign), because `~` trims and `<<-` counts by piece.
 */
export declare class TemplatePieces {
    #private;
    constructor(scanner: Scanner);
    text(value: string, start: number, end: number): void;
    /** Reads what begins with a `$` or `%`: a sequence, its escape, or the character itself. Returns the offset behind. */
    dollarOrPercent(at: number): number;
    finish(style: 'quoted' | 'heredoc' | 'indented-heredoc', start: number, end: number): Literal | Template;
}
