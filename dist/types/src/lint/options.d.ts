import type { Severity } from '../finding.js';
import type { FileSystem } from '../source/file-system.js';
import type { Exemption } from '../suppression/index.js';
import type { VariableOption } from '../terraform/load/index.js';
export type { Exemption };
/** A finding that was there before, for those who read the file. */
export interface BaselineEntry {
    /** The root module's directory within the repository; absent where a plan was judged without its source. */
    readonly rootModule?: string;
    readonly address: string;
    /** The attribute within the resource. */
    readonly path?: string;
    /** Its id. */
    readonly rule: string;
    /** Absent of a violation. */
    readonly verdict?: 'undecided';
}
/** Findings that were there before. */
export interface Baseline {
    readonly file: string;
    /** By fingerprint. */
    readonly findings: ReadonlyMap<string, BaselineEntry>;
}
export interface LintOptions {
    /**
     * Directories, configuration files, globs, plans as JSON, states, what AWS lists, `-` for standard input; relative to the file
     * system's `cwd`.
     */
    readonly paths: readonly string[];
    /**
     * Directories that are asked about beside the paths, each without those below it, with all findings of the root modules that lead
     * there; nothing is wrong with one that holds no configuration.
     */
    readonly modules?: readonly string[];
    /** Whether all findings of the module are wanted where a path is a file of it, and not only those in the file. */
    readonly wholeModules?: boolean;
    readonly fileSystem: FileSystem;
    /** For `TF_VAR_*` and `TF_WORKSPACE`. */
    readonly environment: ReadonlyMap<string, string>;
    /** `--var` and `--var-file`, in the order of the command line: the last one wins. */
    readonly variables: readonly VariableOption[];
    /** The configuration behind a plan. */
    readonly source?: string;
    /** Rule ids; empty means all. */
    readonly only?: readonly string[];
    readonly skip?: readonly string[];
    /** Severities other than the rules' own, by rule id; `off` leaves the rule out. */
    readonly severities?: ReadonlyMap<string, Severity | 'off'>;
    readonly exemptions?: readonly Exemption[];
    readonly baseline?: Baseline;
    /** `YYYY-MM-DD`, for what holds only until a day. */
    readonly today?: string;
    /** Whether the report is to hold what surrounds each Aurora cluster. */
    readonly graphs?: boolean;
    /** Read where a path is `-`. */
    readonly standardInput?: () => Promise<Uint8Array>;
}
