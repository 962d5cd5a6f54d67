/** Where the blocks of a module name a resource. */
import type { SourceFile } from '../../source/source-file.js';
import type { Span } from '../../source/span.js';
import type { Argument, Module, Resource } from '../../terraform/configuration.js';
/** A name in an expression; without a place in a plan's JSON. */
export interface Mention {
    readonly argument: Argument;
    /** Of the resource's name, which follows its type. */
    readonly place?: {
        readonly source: SourceFile;
        readonly span: Span;
    };
}
/** Those outside of the resource's own block. */
export declare const mentionsOf: (module: Module, resource: Resource) => readonly Mention[];
/** All files of which something of the module is known. */
export declare const sourcesOf: (module: Module) => readonly SourceFile[];
