/** Another text for an argument, written where the wrong one is: in the argument itself, or wherever it was handed in from. */
import { type Change } from '../../edit/index.js';
import type { Unmended } from '../../finding.js';
import type { Correction } from '../known-arms.js';
/** All of them, or the first reason for none. A condition whose arms all become the same is taken away. */
export declare const correctText: (corrections: readonly Correction[]) => Change | Unmended | undefined;
