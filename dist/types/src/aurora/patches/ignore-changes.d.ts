import { type Change } from '../../edit/index.js';
import type { Unmended } from '../../finding.js';
import type { ResourceInstance } from '../resource-instance.js';
/** Has `lifecycle` ignore changes of an argument, beside what it ignores already. */
export declare const ignoreChanges: ({ reference }: ResourceInstance, name: string) => Change | Unmended;
