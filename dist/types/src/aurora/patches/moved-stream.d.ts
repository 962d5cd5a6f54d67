/** A `moved` block, by which a stream keeps running under another address. */
import { type Change } from '../../edit/index.js';
import type { Unmended } from '../../finding.js';
import type { Move } from '../planned-streams.js';
export declare const moveStream: ({ from, to, beside }: Move) => Change | Unmended;
