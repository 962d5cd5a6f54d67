/** A range in a source's text, as UTF-16 offsets (the units of `String.prototype.slice`); `end` is exclusive. */
export interface Span {
    readonly start: number;
    readonly end: number;
}
