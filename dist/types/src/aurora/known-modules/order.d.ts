import type { Cluster } from '../cluster.js';
import { type Order } from '../order.js';
import { Stream } from '../stream.js';
import type { StreamCall } from './stream-call.js';
/** Of streams and clusters of which one is in a known module. A cluster without any instance, or one that cannot stream, is another rule's. */
export declare const moduleOrdersOf: (streams: readonly Stream[], streamCalls: readonly StreamCall[], clusters: readonly Cluster[]) => readonly Order[];
