/** A name that RDS takes in the place of one that it refuses. */
import { type Change } from '../../edit/index.js';
import type { Unmended } from '../../finding.js';
import type { Value } from '../../terraform/value.js';
import type { ResourceInstance } from '../resource-instance.js';
/**
 * Where the name is written for this argument alone, it is written otherwise; else the argument makes another one of it, as what it
 * is made of may be the name of something else, too.
 */
export declare const acceptName: (on: ResourceInstance, argument: string, value: Value) => Change | Unmended | undefined;
