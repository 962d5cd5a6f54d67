import type { FileSystem, RandomAccess } from '../source/file-system.js';
/** Bytes that are held anyway, as a document to read from. */
export declare const heldDocument: (bytes: Uint8Array) => RandomAccess;
/** As findings name it. */
export declare const INPUT_FILE = "standard-input.tf";
/** A directory that holds nothing but the configuration that came by standard input. */
export declare const inputDirectory: (bytes: Uint8Array, { cwd }: FileSystem) => FileSystem;
/** Whether there is a block, or nothing but comments: JSON, logs, binary plans and plans as text begin otherwise. */
export declare const looksLikeConfiguration: (bytes: Uint8Array) => boolean;
