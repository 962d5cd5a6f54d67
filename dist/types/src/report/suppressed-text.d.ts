import type { SuppressedFinding } from '../finding.js';
import type { Style } from './style.js';
/** What is suppressed, two lines each: where and what, and who said so. */
export declare const suppressedText: (suppressed: readonly SuppressedFinding[], style: Style, prose: number) => readonly string[];
