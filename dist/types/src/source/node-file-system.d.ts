import type { FileSystem } from './file-system.js';
/** The real file system, seen from the absolute directory `cwd`. */
export declare const nodeFileSystem: (cwd: string) => FileSystem;
