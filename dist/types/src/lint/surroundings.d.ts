import type { FileSystem } from '../source/file-system.js';
import type { Surroundings } from '../terraform/evaluator.js';
import type { ScannedTree } from '../terraform/load/index.js';
import type { PlannedState } from '../terraform/planned-state.js';
export interface RunContext {
    readonly fileSystem: FileSystem;
    readonly environment: ReadonlyMap<string, string>;
}
/** What a root module is evaluated in: Terraform's workspace there, and the files that its functions may read. */
export declare const surroundings: ({ fileSystem, environment }: RunContext, directory: string, tree: ScannedTree | undefined, planned?: PlannedState) => Surroundings;
