import type { Fix, Unmended } from '../../finding.js';
import type { KeyDefect } from '../keys/key-defect.js';
import { Stream } from '../stream.js';
import type { Subject } from '../subject.js';
export declare const usableKey: ({ on, argument, mend }: KeyDefect, users: readonly Subject[], streams: readonly Stream[]) => Fix | Unmended | undefined;
