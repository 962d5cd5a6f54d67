import type { FileSystem } from '../source/file-system.js';
import type { Surroundings } from '../terraform/evaluator.js';
import type { ScannedTree } from '../terraform/load/index.js';
import type { PlannedState } from '../terraform/planned-state.js';
/** Reads YAML once somebody has asked for it: few configurations do, and the reader takes its time to load. */
export interface YamlReader {
    isWanted: boolean;
    read: ((text: string) => unknown) | undefined;
}
export interface RunContext {
    readonly yaml: YamlReader;
    readonly fileSystem: FileSystem;
    readonly environment: ReadonlyMap<string, string>;
}
/** What a root module is evaluated in: Terraform's workspace there, and the files that its functions may read. */
export declare const surroundings: (context: RunContext, directory: string, tree: ScannedTree | undefined, planned?: PlannedState) => Surroundings;
