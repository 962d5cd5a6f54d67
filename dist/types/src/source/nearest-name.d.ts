/** The name that was probably meant: the nearest one, if at most a third of its letters differ. */
export declare const nearestName: (wanted: string, names: readonly string[]) => string | undefined;
