/** What a comment begins with to be one of ours. */
export declare const PREFIX = "tf-das-lint:";
export interface Directive {
    readonly kind: 'ignore';
    /** Rule ids, each once, at least one. */
    readonly rules: readonly string[];
    readonly reason: string;
    /** The last day that it holds on, `YYYY-MM-DD`. */
    readonly until?: string;
}
/** Meant as a suppression, and none. */
export interface Mistake {
    readonly kind: 'mistake';
    /** A sentence's end: `has no reason`. */
    readonly what: string;
    readonly hint: string;
}
/** Reads what stands behind the prefix. `undefined` where that is prose, which may begin with the tool's name as well. */
export declare const parseDirective: (text: string, known: readonly string[]) => Directive | Mistake | undefined;
