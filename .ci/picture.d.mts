export declare const file: string
export declare const terminal: (output: string) => string
export declare const picture: () => string
