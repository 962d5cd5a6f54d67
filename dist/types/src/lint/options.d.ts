import type { FileSystem } from '../source/file-system.js';
import type { VariableOption } from '../terraform/load/index.js';
export interface LintOptions {
    /** Directories, configuration files, globs, plans as JSON, `-` for standard input; relative to the file system's `cwd`. */
    readonly paths: readonly string[];
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
    /** Read where a path is `-`. */
    readonly standardInput?: () => Promise<Uint8Array>;
}
