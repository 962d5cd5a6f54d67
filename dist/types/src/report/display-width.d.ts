/**
 * How many columns a terminal gives a text. Covers what occurs in names and comments: East Asian wide characters, emoji,
 * combining marks. `Intl.Segmenter` would be exact, and costs more time to start than the rest of the program.
 */
export declare const characterWidth: (character: string) => 0 | 1 | 2;
/** Colour sequences take no room. */
export declare const displayWidth: (text: string) => number;
