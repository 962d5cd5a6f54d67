/**
 * Breaks prose at blanks into lines of at most `width` columns. A word that is longer (an address, an ARN) gets a line
 * of its own and stays whole: people copy it.
 */
export declare const wrap: (text: string, width: number) => readonly string[];
/** Prose behind a label, with the lines that follow aligned under the first. */
export declare const hanging: (label: string, text: string, width: number) => readonly string[];
