import type { Suppression } from '../finding.js';
import type { ParsedFile } from '../hcl/syntax.js';
import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import { type Directive, type Mistake } from './directive.js';
import { type Stand } from './stand.js';
/** A range that a finding has to do with: where it points, the header of its resource, where the value was written. */
export interface Place {
    readonly source: SourceFile;
    readonly span: Span;
}
/** Where it was written, and what it was written at; `undefined` where there is nothing that it could mean. */
interface Written {
    readonly source: SourceFile;
    readonly span: Span;
    readonly stand: Stand | undefined;
}
export type CommentMistake = Written & {
    readonly mistake: Mistake;
};
export interface CommentSuppression extends Written {
    readonly directive: Directive;
    /** The rules of which it has met a finding. */
    readonly met: Set<string>;
}
/** The suppressions that stand in the comments of a run's files. */
export declare class CommentSuppressions {
    #private;
    readonly all: readonly CommentSuppression[];
    readonly mistakes: readonly CommentMistake[];
    /** `rules` are the ids that there are. */
    constructor(files: Iterable<ParsedFile>, rules: readonly string[]);
    get isEmpty(): boolean;
    /** Those that stand where a finding of the rule has to do with. */
    about(rule: string, places: readonly Place[]): readonly CommentSuppression[];
}
export declare const toSuppression: ({ source, span, directive }: CommentSuppression) => Suppression;
export {};
