/** Whether a stream starts only after an instance of its cluster exists, and what would make it so. */
import type { Related } from '../finding.js';
import { type Relation } from './relation.js';
import type { Stream } from './stream.js';
import type { Subject } from './subject.js';
/** A stream and its cluster, and whether the one waits for an instance of the other. */
export interface Order {
    readonly stream: Subject;
    /** What a message calls the cluster. */
    readonly cluster: string;
    readonly waits: Relation;
    /** Imperative: `add depends_on = [aws_rds_cluster_instance.main]`. */
    readonly remedy: string;
    readonly related: readonly Related[];
}
/** Of streams whose clusters are all in modules at hand. A cluster without any instance, or one that cannot stream, is another rule's. */
export declare const ordersOf: (streams: readonly Stream[]) => readonly Order[];
