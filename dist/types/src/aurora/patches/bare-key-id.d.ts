/** The bare ID of a key in the place of its ARN or an alias; where nobody knows it, changes of the argument are ignored. */
import { type Change } from '../../edit/index.js';
import type { Fix, Unmended } from '../../finding.js';
import type { NamedKey } from '../keys/named-key.js';
import type { Stream } from '../stream.js';
/** What names the key as RDS does. */
export interface BareKeyId {
    /** `aws_kms_key.main.key_id` */
    readonly reference: string;
    readonly title: string;
    readonly change: Change | Unmended;
    /** It changes nothing but the stream's argument. */
    readonly isOwn: boolean;
    /** The ID is certainly that of the same key. */
    readonly isSame: boolean;
}
/** Of one arm of a condition, or of all there is. */
export declare const bareKeyId: (stream: Stream, named: NamedKey, streams: readonly Stream[]) => BareKeyId | undefined;
/** All arms of a condition or none; what serves something else, too, stays as it is, and the stream ignores the difference. */
export declare const nameByBareId: (stream: Stream, each: readonly (BareKeyId | undefined)[]) => Fix | Unmended;
export declare const ignoringChanges: (stream: Stream) => Fix | Unmended;
