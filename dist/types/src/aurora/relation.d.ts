/** Whether something holds: unknown is never "no". `because` is the evidence, or what stands in the way. */
export interface Relation {
    readonly verdict: 'yes' | 'no' | 'undecided';
    readonly because: readonly string[];
}
export declare const yes: (...because: readonly string[]) => Relation;
export declare const no: (...because: readonly string[]) => Relation;
export declare const undecided: (because: readonly string[]) => Relation;
export declare const NOT_KNOWN = "its value is not known";
/** What is not known always has a reason, if only this one. */
export declare const orElse: (because: readonly string[], fallback: string) => readonly string[];
/** True of one of several, nobody knows which: decided only where all agree. */
export declare const anyOneOf: (relations: readonly Relation[]) => Relation;
