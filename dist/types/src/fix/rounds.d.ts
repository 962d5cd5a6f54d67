import type { Finding } from '../finding.js';
import type { Report } from '../report/report.js';
import { Groups } from './groups.js';
import type { MendOptions } from './mended.js';
import { type Patch } from './patch.js';
import type { Reach } from './reach.js';
import { type ChangedFiles, type State } from './round.js';
export interface Course {
    readonly safety: MendOptions['safety'];
    readonly identityOf: (path: string) => string;
    readonly reach: Reach;
    readonly lint: (files: ChangedFiles) => Promise<Report>;
    /** All of the modules, before anything is changed. */
    readonly base: Report;
    /** What is to be mended: findings of `base`, or of a plan that was made from the same source. */
    readonly findings: readonly Finding[];
}
export interface Outcome {
    readonly state: State;
    readonly made: readonly Patch[];
    /** Of the changed files, by identity. */
    readonly groups: Groups;
    readonly rounds: number;
    /** Why a patch was not made. */
    readonly reasonFor: (patch: Patch) => string;
}
/** Mends round by round until there is nothing more to be done. No violation is left that was not there before. */
export declare const mendInRounds: (course: Course) => Promise<Outcome>;
