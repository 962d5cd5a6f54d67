import type { Finding, Fix } from '../finding.js';
import type { LintOptions } from '../lint/options.js';
import type { Report } from '../report/report.js';
import type { SourceFile } from '../source/source-file.js';
export interface MendOptions extends LintOptions {
    /** `unsafe` makes all patches. */
    readonly safety: Fix['safety'];
}
/** A file that the patches change. */
export interface FileChange {
    /** As findings name it. */
    readonly path: string;
    /** As it was read. */
    readonly before: SourceFile;
    readonly after: string;
    /** Changes of one group belong together: a patch makes several of them. They are written all or none. */
    readonly group: number;
}
/** A finding that is still there although it has a patch of that grade. */
export interface Left {
    readonly finding: Finding;
    /** Why its patch is not made: a clause. */
    readonly reason: string;
}
/** What the patches make of a configuration. Nothing is written. */
export interface Mended {
    /** The files as they are. */
    readonly before: Report;
    /** The files as they would be with the changes; of a plan, what it says but for what is mended. */
    readonly after: Report;
    /** By path. */
    readonly changes: readonly FileChange[];
    /** Findings of `before` that are gone. */
    readonly mended: readonly Finding[];
    /** Findings of `after`. */
    readonly left: readonly Left[];
    /** How often patches were made: each makes those that the ones before it stood in the way of. */
    readonly rounds: number;
    /** Of the patches that were asked for. */
    readonly safety: MendOptions['safety'];
    /** What the paths of the changes are relative to. */
    readonly cwd: string;
    /** Lints the files as they are now, with the same options. */
    readonly lintAgain: () => Promise<Report>;
}
/** The one way in which patches reach the linter. */
export type Lint = (options: LintOptions) => Promise<Report>;
