/** What goes in JSON syntax, with a comma, so that no two of them at one object can be made together. */
import type { Edit, Unmended } from '../finding.js';
import type { Written } from './change.js';
export declare const removeJsonMember: (written: Written, name: string) => readonly Edit[] | Unmended;
/** With the objects of its labels and its type where it was all that they held. */
export declare const removeJsonBlock: (written: Written) => readonly Edit[] | Unmended;
