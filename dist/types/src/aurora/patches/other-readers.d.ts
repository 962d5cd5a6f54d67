/** What a text is written for beside Aurora: an instance class or a version that is right for a cluster need not be right for it. */
import type { Unmended } from '../../finding.js';
import type { Correction } from '../known-arms.js';
/** Why none of the texts is to be changed where it is written: another kind of resource has it as the same argument. */
export declare const readByOthers: (argument: string, corrections: readonly Correction[]) => Unmended | undefined;
