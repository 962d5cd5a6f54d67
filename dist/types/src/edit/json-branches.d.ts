/** Values to be written under names of which the file may hold some already: those of a block's type and labels. */
import type { Edit } from '../finding.js';
import type { JsonObject } from '../hcl/json-reader.js';
import type { SourceFile } from '../source/source-file.js';
import { type JsonDocument } from './json-document.js';
import type { NewJson } from './json-text.js';
/** Descends through the names that are there, and makes one edit for each object that gets something. */
export declare class JsonBranches {
    #private;
    constructor(source: SourceFile, document: JsonDocument);
    add(into: JsonObject, [name, ...others]: readonly string[], body: NewJson): void;
    edits(): readonly Edit[];
}
