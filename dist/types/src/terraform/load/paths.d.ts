import type { FileSystem } from '../../source/file-system.js';
/** The path as the user knows it: relative to the working directory, `/`-separated; `.` for the working directory. */
export declare const userPath: (fileSystem: FileSystem, path: string) => string;
/** A file or directory of that name in a directory. */
export declare const inDirectory: (directory: string, name: string) => string;
/** Joins what is written in a configuration to the directory that holds it. */
export declare const below: (directory: string, path: string) => string;
/** The same directory, however it is written: without a slash at its end. */
export declare const directoryBelow: (directory: string, path: string) => string;
export declare const directoryOf: (path: string) => string;
export declare const nameOf: (path: string) => string;
export declare const isWithin: (directory: string, path: string) => boolean;
