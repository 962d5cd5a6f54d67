import type { Report } from '../report/report.js';
import type { SourceFile } from '../source/source-file.js';
import { type Patch } from './patch.js';
/** A file as it was read, and as it is to be. */
export interface ChangedFile {
    readonly path: string;
    readonly before: SourceFile;
    readonly after: string;
}
/** By the files' identities. */
export type ChangedFiles = ReadonlyMap<string, ChangedFile>;
/** The configuration as the rounds so far have made it. */
export interface State {
    readonly files: ChangedFiles;
    readonly report: Report;
}
/** What a round stands on. */
export interface Ground {
    readonly identityOf: (path: string) => string;
    readonly lint: (files: ChangedFiles) => Promise<Report>;
    /** Whether a later round can do away with what was found: a patch of that grade, which is not known to do harm. */
    readonly isMendable: (finding: Report['findings'][number]) => boolean;
    /** How many more lints may be spent on telling good patches from bad ones. */
    readonly spend: () => boolean;
}
export interface Round {
    readonly state: State;
    readonly made: readonly Patch[];
    /** Those that are not made because of what they would bring. */
    readonly dropped: ReadonlyMap<Patch, string>;
}
/**
 * Makes as many of the patches as do no harm. If all of them together bring something, those that can have nothing to do with it go
 * first; the others are halved until it is known which ones it is.
 */
export declare const round: (ground: Ground, from: State, patches: readonly Patch[]) => Promise<Round>;
