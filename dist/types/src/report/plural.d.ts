/** `1 error`, `2 errors`. */
export declare const count: (number: number, noun: string) => string;
