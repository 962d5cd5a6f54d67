import type { Span } from '../source/span.js';
export declare const isWithin: (inner: Span, outer: Span) => boolean;
/** Things whose spans lie within each other or apart, as those of a syntax tree do: finds those around a place without a search. */
export declare class NestedSpans<T extends {
    readonly span: Span;
}> {
    #private;
    /** By where they begin, outer ones before inner ones. */
    readonly all: readonly T[];
    constructor(all: Iterable<T>);
    /** The index of the innermost one around the span, -1 where there is none. */
    innermost(span: Span): number;
    /** All that are around the span, inner ones first. */
    around(span: Span): Generator<T>;
}
