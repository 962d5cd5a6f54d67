export { CommentSuppressions, type Place } from './comment-suppressions.js';
export type { Exemption } from './exemptions.js';
export { JudgedBlocks, type JudgedRoot } from './judged-blocks.js';
export { type Sifted, type Suppressible, siftByComments, siftByExemptions } from './suppress.js';
export { type UnusedOptions, unusedSuppression, unusedSuppressions } from './unused-suppression.js';
