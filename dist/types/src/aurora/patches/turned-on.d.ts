/** A stream that is there for a cluster and turned off, turned on where that is decided. */
import { type Change } from '../../edit/index.js';
import type { Fix, Unmended } from '../../finding.js';
import type { Cluster } from '../cluster.js';
import type { Stream } from '../stream.js';
export declare const turnedOn: (cluster: Cluster, stream: Stream) => Fix | Unmended;
/** Nothing where it waits for the instances already, through whatever. */
export declare const awaiting: (cluster: Cluster, stream: Stream) => Change | Unmended | undefined;
