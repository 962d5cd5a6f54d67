import type { Finding, Suppression } from '../finding.js';
import { type CommentSuppressions, type Place } from './comment-suppressions.js';
import { type Exemption } from './exemptions.js';
export interface Suppressible {
    readonly finding: Finding;
    /** Where a comment about it can stand. */
    readonly places: () => readonly Place[];
}
/** What is left to report, and what is not reported; both in the order of what was given. */
export interface Sifted<T extends Suppressible = Suppressible> {
    readonly left: readonly T[];
    readonly suppressed: readonly (T & {
        readonly suppression: Suppression;
    })[];
}
/** Leaves out what a comment suppresses; remembers which comments met a finding, whether they have ended or not. */
export declare const siftByComments: <T extends Suppressible>(all: readonly T[], comments: CommentSuppressions, today: string | undefined) => Sifted<T>;
/** Leaves out what the config exempts. */
export declare const siftByExemptions: <T extends Suppressible>(all: readonly T[], exemptions: readonly Exemption[], today: string | undefined) => Sifted<T>;
