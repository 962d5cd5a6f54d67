import type { JsonValue } from '../hcl/json-reader.js';
import type { SourceFile } from '../source/source-file.js';
import { type Read } from './read.js';
/**
 * Reads the part of YAML 1.2 that JSON has, too: `off` is a word in it, a day is text, `<<` is a key like any other.
 * Aliases are refused: what they save is not worth a file that grows a billionfold when it is read.
 */
export declare const readYaml: (source: SourceFile) => Promise<Read<JsonValue>>;
