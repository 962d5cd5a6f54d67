/** Where in AWS something is. */
import type { Value } from '../../terraform/value.js';
import type { ResourceInstance } from '../resource-instance.js';
/** As far as it is known, and may be said: what is sensitive counts as not known. */
export interface AwsPlace {
    readonly partition?: string;
    readonly region?: string;
    /** Twelve digits. */
    readonly account?: string;
}
/** By the ARN, where a plan knows it, else by the resource's own region and its provider. */
export declare const awsPlaceOf: (resource: ResourceInstance) => AwsPlace;
/** Of an ARN of which parts may be unknown: empty for what is no ARN. */
export declare const placeOfArn: (value: Value) => AwsPlace;
export type Difference = 'region' | 'partition' | 'account';
/** What is certainly different. The regions of two partitions differ anyway: the partition counts where they are not known. */
export declare const differences: (one: AwsPlace, other: AwsPlace) => readonly Difference[];
/** `region eu-west-1, account 111122223333` */
export declare const inWords: (place: AwsPlace, parts: readonly Difference[]) => string;
