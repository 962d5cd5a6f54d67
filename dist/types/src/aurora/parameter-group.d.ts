import type { Value } from '../terraform/value.js';
import { ResourceInstance } from './resource-instance.js';
/** An `aws_rds_cluster_parameter_group`. */
export declare class ParameterGroup extends ResourceInstance {
    /** The value of a parameter; `undefined` where it is not certain to be set. */
    parameter(name: string): Value | undefined;
}
/** The parameter groups of this configuration that a cluster's may be; empty where it may also be another. */
export declare const parameterGroups: (cluster: ResourceInstance) => readonly ParameterGroup[];
