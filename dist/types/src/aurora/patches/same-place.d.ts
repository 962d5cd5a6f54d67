import type { Fix, Unmended } from '../../finding.js';
import type { Stream } from '../stream.js';
/** A key where the stream is, or belongs. */
export declare const keyInPlace: (stream: Stream, streams: readonly Stream[]) => Fix | Unmended | undefined;
/** The stream is managed as its cluster is. */
export declare const streamInPlace: (stream: Stream, streams: readonly Stream[]) => Fix | Unmended | undefined;
