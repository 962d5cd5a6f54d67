export declare const bundleCommand: (file: string) => Promise<readonly string[]>
export declare const bundleApi: (file: string) => Promise<readonly string[]>
/** Beside what `bundleCommand` has written. */
export declare const bundleAction: (file: string) => Promise<readonly string[]>
