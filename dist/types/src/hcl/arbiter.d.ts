import type { SourceFile } from '../source/source-file.js';
export type Verdict = 
/** HashiCorp's parser refuses the file as well. Lines and columns are 1-based, columns in grapheme clusters. */
{
    readonly verdict: 'refused';
    readonly message: string;
    readonly line?: number;
    readonly column?: number;
}
/** It accepts the file: `json` is the file in JSON syntax, without positions. */
 | {
    readonly verdict: 'accepted';
    readonly json: string;
}
/** It cannot be asked, is not asked for its slowness, or accepts the file and cannot convert it. */
 | {
    readonly verdict: 'unavailable';
};
/** Asks HashiCorp's own parser about a file in native syntax that ours refuses. Loads it on first use: it is large. */
export declare const arbitrate: (source: SourceFile) => Promise<Verdict>;
