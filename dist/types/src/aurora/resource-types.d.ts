export declare const isWanted: (mode: 'managed' | 'data', type: string) => boolean;
