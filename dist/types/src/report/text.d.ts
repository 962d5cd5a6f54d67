import type { Reporter } from './reporter.js';
/** For people: by file, with code frames, reasons and patches, at the terminal's width. */
export declare const text: Reporter;
