import type { Suppressible } from '../suppression/index.js';
/** A finding of a root module; `isAskedFor` unless it lies in a file that was not named. */
export interface Found extends Suppressible {
    readonly isAskedFor: boolean;
}
/** What is reported of them. */
export declare const asked: <T extends Found>(found: readonly T[]) => readonly T[];
