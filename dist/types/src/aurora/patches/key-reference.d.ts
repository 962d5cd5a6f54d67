import type { Fix, Unmended } from '../../finding.js';
import { type WrongKeyText } from '../keys/wrong-key-text.js';
import type { Stream } from '../stream.js';
/** Of a condition, all arms or none. `undefined` of what is sensitive. */
export declare const keyReference: (stream: Stream, wrong: readonly WrongKeyText[], streams: readonly Stream[]) => Fix | Unmended | undefined;
