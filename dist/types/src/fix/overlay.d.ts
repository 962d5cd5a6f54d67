import type { FileSystem } from '../source/file-system.js';
/** Tells files apart, however their paths are written: by what symbolic links lead to. */
export declare class FileIdentities {
    #private;
    constructor(fileSystem: FileSystem);
    /** The absolute path itself where there is no such file. */
    of(path: string): string;
}
/** The file system as it would be if some of its files held something else; `changed` by their identities. */
export declare const overlay: (fileSystem: FileSystem, identities: FileIdentities, changed: ReadonlyMap<string, {
    readonly after: string;
}>) => FileSystem;
