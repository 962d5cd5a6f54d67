import type { Scanner } from './scanner.js';
import type { Literal, Template } from './syntax.js';
import { TemplatePieces } from './template.js';
/** `<<NAME` or `<<-NAME`, up to the line that holds nothing but the name. The scanner is at the first sign. */
export declare const parseHeredoc: (scanner: Scanner) => Literal | Template;
/** Takes the rest of a line with its newline, and the lines that sequences in it span. False at the end of the text. */
export declare const readLine: (scanner: Scanner, pieces: TemplatePieces) => boolean;
/** Where the name stands, if the line that begins at the offset holds nothing else; -1 if not. */
export declare const closingName: (scanner: Scanner, line: number, name: string) => number;
