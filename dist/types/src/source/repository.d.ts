import type { FileSystem } from './file-system.js';
/** The directory that holds `.git`, from the working directory upward; the working directory where there is none. */
export declare const repositoryRoot: ({ cwd, kind }: FileSystem) => string;
/**
 * A path as the repository knows it, `/`-separated; absolute where it lies outside. Code scanning reads paths from the
 * repository's root, whatever directory the tool was run in.
 */
export declare const repositoryPath: (root: string, cwd: string, path: string) => string;
