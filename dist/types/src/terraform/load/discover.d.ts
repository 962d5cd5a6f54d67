import type { Diagnostic } from '../../source/diagnostic.js';
import type { FileSystem } from '../../source/file-system.js';
import { ConfigurationReader } from './reader.js';
import { ScannedTree } from './scanned-tree.js';
/** A directory to lint as a root module. */
export interface RootDirectory {
    /** As the user knows it. */
    readonly path: string;
    /** The files the user named: only findings in them are wanted. Absent where all of the module was named. */
    readonly onlyFiles?: ReadonlySet<string>;
}
export interface Discovery {
    /** Those root modules from which an Aurora cluster can be reached, by path. */
    readonly rootModules: readonly RootDirectory[];
    /** How many directories with configuration were looked at, whether they can reach a cluster or not. */
    readonly directoriesSeen: number;
    /** Directories from which an Aurora cluster can be reached. */
    readonly relevant: ReadonlySet<string>;
    /** Files that were named and are no configuration: plans, states and the like, to be recognised by their content. */
    readonly documents: readonly string[];
    /** What file functions may read. */
    readonly scannedTree: ScannedTree;
    /** Everything wrong with what has been read so far; grows when modules are read later. */
    readonly diagnostics: readonly Diagnostic[];
    /** What `loadRootModule` takes the files from. */
    readonly reader: ConfigurationReader;
}
export interface DiscoveryOptions {
    /** Ask HashiCorp's parser about files that ours refuses: they get its messages. True by default. */
    readonly arbitrate?: boolean;
    /** Directories that are asked about beside the paths, each without those below it; nothing is wrong with one that is none. */
    readonly modules?: readonly string[];
}
/**
 * Finds the root modules that the paths stand for. A named directory is one, and so is each directory below it that no other
 * calls. A named file stands for those that lead to its directory, as the whole repository has them, or for the directory itself.
 * Only what can reach an Aurora cluster is parsed.
 * Never rejects for what is on disk: see `diagnostics`.
 */
export declare const discover: (paths: readonly string[], fileSystem: FileSystem, { arbitrate, modules }?: DiscoveryOptions) => Promise<Discovery>;
