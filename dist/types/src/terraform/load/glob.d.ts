import type { FileSystem } from '../../source/file-system.js';
export declare const hasMagic: (path: string) => boolean;
/** Matching paths as the user knows them, sorted. Hidden directories and those that are never walked do not match. */
export declare const expandGlob: (pattern: string, fileSystem: FileSystem) => Promise<readonly string[]>;
