/** A stream that is not where its cluster or its key is, and what would bring them together. */
import type { Fix, Related, Unmended } from '../../finding.js';
import type { Value } from '../../terraform/value.js';
import type { Stream } from '../stream.js';
export interface Misplacement {
    /** The stream's argument that leads elsewhere. */
    readonly argument: string;
    readonly value?: Value;
    /** `is in region us-east-1, its cluster aws_rds_cluster.main in region us-west-2` */
    readonly what: string;
    readonly remedy: string;
    readonly because: readonly string[];
    readonly related: readonly Related[];
    readonly fix: Fix | Unmended | undefined;
}
export declare const misplacementsOf: (stream: Stream, streams?: readonly Stream[]) => readonly Misplacement[];
