import { type AwsPlace, type Difference } from '../places/aws-place.js';
import type { ResourceInstance } from '../resource-instance.js';
import type { KmsKey } from './kms-key.js';
import type { JudgedKey } from './kms-key-reference.js';
/** Where a key has to be looked for, by how it is named: empty where the name says nothing of it. */
export declare const keyPlace: ({ reference, value }: JudgedKey, key: KmsKey) => AwsPlace;
/** The resource or data source that the stream refers to: it lives where its key does. */
export declare const nearest: (key: KmsKey) => ResourceInstance | undefined;
/** How the place of a key is certainly another than the one where it is used. */
export declare const keyDistance: (home: AwsPlace, judged: JudgedKey) => readonly Difference[];
