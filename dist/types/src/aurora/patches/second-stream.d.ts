import type { Fix, Unmended } from '../../finding.js';
import type { Stream } from '../stream.js';
/** Takes `second` away, or `first` where only that can be; `same` are all streams of the cluster. */
export declare const withoutSecond: (second: Stream, first: Stream, same: readonly Stream[], streams: readonly Stream[]) => Fix | Unmended;
/** Takes a stream away for which `kept` stays; what refers to the one refers to the other then. */
export declare const withoutStream: (stream: Stream, kept: Stream | undefined, same: readonly Stream[], streams: readonly Stream[]) => Fix | Unmended;
