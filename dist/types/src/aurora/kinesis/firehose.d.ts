import { type Relation } from '../relation.js';
import type { ResourceInstance } from '../resource-instance.js';
/** Whether a Lambda function sees the records on their way. */
export declare const isProcessed: (firehose: ResourceInstance) => Relation;
