import type { Baseline } from '../lint/options.js';
import type { FileSystem } from '../source/file-system.js';
import { type Read } from './read.js';
export declare const readBaseline: (fileSystem: FileSystem, file: string) => Promise<Read<Baseline>>;
