export declare const bundleCommand: (file: string) => Promise<readonly string[]>
export declare const bundleApi: (file: string) => Promise<readonly string[]>
