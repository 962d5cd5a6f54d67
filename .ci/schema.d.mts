export declare const writtenSchema: () => unknown
export declare const freshSchema: () => unknown
