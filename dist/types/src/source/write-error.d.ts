/** Why something could not be written, in words. */
export declare const reason: (error: unknown) => string;
