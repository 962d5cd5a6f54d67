import type { FileSystem } from '../source/file-system.js';
import { type Read } from './read.js';
/** What a config is called, where nobody says otherwise. */
export declare const configNames: readonly ['.tf-das-lint.json', '.tf-das-lint.yaml', '.tf-das-lint.yml'];
/**
 * The config that holds for the working directory: the nearest one from there upward, within the repository. Relative to the
 * working directory; `undefined` where there is none.
 */
export declare const findConfig: (fileSystem: FileSystem) => Read<string | undefined>;
