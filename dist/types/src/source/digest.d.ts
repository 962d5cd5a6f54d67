export declare const digest: (algorithm: string, content: string | Uint8Array, encoding: 'hex' | 'base64') => string;
/** Of what a finding is about: the same parts give the same 32 hexadecimal digits. */
export declare const fingerprintOf: (...parts: readonly string[]) => string;
