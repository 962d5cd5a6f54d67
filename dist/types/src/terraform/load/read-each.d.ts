import type { FileSystem } from '../../source/file-system.js';
/** Reads files one after the other, the fast way where the file system has one. Content is only good until `visit` returns. */
export declare const readEach: (fileSystem: FileSystem, paths: readonly string[], visit: (path: string, content: Uint8Array | Error) => void) => void;
