import type { FileSystem } from './file-system.js';
/** That of the working directory; the working directory itself where it is in none. */
export declare const repositoryRoot: (fileSystem: FileSystem) => string;
/**
 * Where directories lie in the repository, whatever directory the tool was run in: in that of the working directory, and what is not
 * in it in its own.
 */
export declare const placesIn: (fileSystem: FileSystem) => ((directory: string) => string);
/**
 * A path as the repository knows it, `/`-separated; absolute where it lies outside. Code scanning reads paths from the
 * repository's root, whatever directory the tool was run in.
 */
export declare const repositoryPath: (root: string, cwd: string, path: string) => string;
