export declare const digest: (algorithm: string, content: string | Uint8Array, encoding: 'hex' | 'base64') => string;
