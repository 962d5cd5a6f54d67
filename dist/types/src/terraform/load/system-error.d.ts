import type { DirectoryEntry, FileSystem } from '../../source/file-system.js';
/** What went wrong when a file or directory was read, as the end of a sentence that begins with its path. */
export declare const reading: (error: Error) => string;
/** `undefined` also for what cannot be looked at: whoever opens it gets to know why. */
export declare const kindAt: (fileSystem: FileSystem, path: string) => DirectoryEntry['kind'] | undefined;
/** Why it cannot be told what stands at a path; links that go round in circles lead to nothing, as others do. */
export declare const obstacleAt: (fileSystem: FileSystem, path: string) => Error | undefined;
