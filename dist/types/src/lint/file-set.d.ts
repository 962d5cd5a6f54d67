import type { FileSystem } from '../source/file-system.js';
/** The files below a directory whose path within it matches, sorted: Terraform's `fileset`. */
export declare const fileSet: (fileSystem: FileSystem, directory: string, pattern: string) => readonly string[];
