import type { Fix, Unmended } from '../../finding.js';
import type { Value } from '../../terraform/value.js';
import type { Cluster } from '../cluster.js';
import type { Stream } from '../stream.js';
import type { Subject } from '../subject.js';
import { StreamCall } from './stream-call.js';
/** A stream for a cluster that certainly has one already, one of the three in a known module. */
export interface SecondStream {
    readonly stream: Subject;
    /** Where it is given the ARN. */
    readonly argument: string;
    readonly value?: Value;
    readonly cluster: Subject;
    /** The other stream: the call that turns it on, where that is within the module. */
    readonly first: Subject;
    /** Made when it is asked for. */
    readonly fix: Fix | Unmended;
}
export declare const secondStreams: (streams: readonly Stream[], streamCalls: readonly StreamCall[], clusters: readonly Cluster[]) => readonly SecondStream[];
