import type { FileWriter } from './file-writer.js';
/** Writes to the real file system; relative paths are below the absolute directory `cwd`. */
export declare const nodeFileWriter: (cwd: string) => FileWriter;
