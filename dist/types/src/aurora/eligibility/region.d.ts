/** Whether AWS offers no streams there; false for a region that the table does not know. */
export declare const isUnsupportedRegion: (region: string) => boolean;
/** When that was so: `2026-11-22`. */
export declare const regionsDate: string;
