import type { FileSystem } from '../../source/file-system.js';
import type { ConfigurationReader } from './reader.js';
/** What a configuration may read with Terraform's file functions: the directories that were named, and those of the modules. */
export declare class ScannedTree {
    #private;
    constructor(fileSystem: FileSystem, named: readonly string[], reader: ConfigurationReader);
    /** Judges the path that symbolic links lead to; of a file that does not exist, the path as it is written. */
    isInside(path: string): boolean;
}
