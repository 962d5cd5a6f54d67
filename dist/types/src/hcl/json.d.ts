import type { SourceFile } from '../source/source-file.js';
import type { ParsedFile } from './syntax.js';
/**
 * What JSON alone does not tell: which properties of a body are blocks. All others are arguments. Of the schema of a
 * whole file only `blocks` counts.
 */
export interface JsonBlockSchema {
    /** How many labels a block of this type has. */
    readonly labels: number;
    readonly blocks?: Readonly<Record<string, JsonBlockSchema>> | ReadonlyMap<string, JsonBlockSchema>;
}
/**
 * Parses HCL's JSON syntax into the tree of the native syntax. A block's header is its last label's name (its type's
 * without labels), and its span begins there: several blocks can share the properties before. The texts of `"//"`
 * properties become comments.
 */
export declare const parseJsonSyntax: (source: SourceFile, schema: JsonBlockSchema) => ParsedFile;
