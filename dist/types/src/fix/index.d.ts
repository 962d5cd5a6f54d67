/**
 * What the patches of a report make of the configuration (`mend`, which touches no file), and the writing of it (`write`). Loaded by
 * the runs that ask for it.
 */
export { mend } from './mend.js';
export type { FileChange, Left, Lint, Mended, MendOptions } from './mended.js';
export { type Unwritten, type Written, write } from './write.js';
