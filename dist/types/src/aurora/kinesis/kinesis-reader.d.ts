import type { DependencyGraph } from '../../terraform/dependency-graph.js';
import type { Evaluator } from '../../terraform/evaluator.js';
import type { Value } from '../../terraform/value.js';
import type { BlockInstance } from '../block-instance.js';
import { ResourceInstance } from '../resource-instance.js';
import { type KinesisStreamReference } from './kinesis-stream-reference.js';
/** The argument by which a resource instance is given the name or the ARN of a Kinesis stream. */
export interface KinesisReader {
    readonly resource: ResourceInstance;
    readonly on: ResourceInstance | BlockInstance;
    /** `kinesis_source_configuration.kinesis_stream_arn` */
    readonly argument: string;
    readonly value: Value;
    readonly references: readonly KinesisStreamReference[];
}
export interface KinesisResources {
    /** `aws_kinesis_stream`, which the configuration makes itself. */
    readonly streams: readonly ResourceInstance[];
    readonly readers: readonly KinesisReader[];
}
/** Looked for when somebody asks: nothing else needs them. */
export declare const kinesisResources: (evaluator: Evaluator, graph: DependencyGraph) => KinesisResources;
