import type { Severity } from '../finding.js';
export interface TextOptions {
    readonly color: boolean;
    /** The width of the terminal; `Infinity` where lines are not to be broken. */
    readonly columns: number;
}
/** How the parts of a text report look. Without colour every member returns its text unchanged. */
export interface Style {
    readonly severity: (severity: Severity, text: string) => string;
    readonly heading: (text: string) => string;
    readonly strong: (text: string) => string;
    readonly frame: (text: string) => string;
    readonly label: (text: string) => string;
    readonly code: (text: string) => string;
    readonly quiet: (text: string) => string;
    readonly added: (text: string) => string;
    readonly removed: (text: string) => string;
    readonly good: (text: string) => string;
}
export declare const createStyle: (color: boolean) => Style;
