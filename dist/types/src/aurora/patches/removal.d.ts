import { type Change } from '../../edit/index.js';
import type { Unmended } from '../../finding.js';
import type { ResourceInstance } from '../resource-instance.js';
/** Takes an argument out of a resource. */
export declare const withoutArgument: (on: ResourceInstance, name: string) => Change | Unmended;
