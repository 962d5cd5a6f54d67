import type { FileSystem } from '../source/file-system.js';
import type { LocatedJson } from './located-json.js';
import { type Read } from './read.js';
/** Reads a JSON file, or a YAML file where its name does not say JSON. */
export declare const readDocument: (fileSystem: FileSystem, file: string) => Promise<Read<LocatedJson>>;
