/** The name that was probably meant: the nearest one, if at most about one letter in three differs. */
export declare const nearestName: (written: string, names: Iterable<string>) => string | undefined;
export declare const didYouMean: (written: string, names: Iterable<string>) => string | undefined;
/** Insertions, deletions, replacements and swaps of neighbours; `limit` where it is not below. */
export declare const editDistance: (one: string, other: string, limit?: number) => number;
