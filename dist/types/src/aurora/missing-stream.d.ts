import type { Fix, Related, Unmended } from '../finding.js';
/** What there is to say to a cluster without a stream. */
export interface MissingStream {
    readonly hint: string;
    /** How it is known, and what comes nearest to its stream. */
    readonly because: readonly string[];
    readonly related: readonly Related[];
    readonly fix?: Fix | Unmended | undefined;
}
