import type { Finding } from '../finding.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Span } from '../source/span.js';
import type { Combined } from './combine.js';
import type { Patch } from './patch.js';
/** Something that patches would make worse. */
export interface Setback {
    /** A clause about the patch: `it would bring unsupported-mode at aws_rds_cluster_activity_stream.main`. */
    readonly reason: string;
    /** In the files with their edits. */
    readonly places: readonly {
        readonly path: string;
        readonly span: Span;
    }[];
    readonly address?: string;
    /** Where it is known whose fault it is. */
    readonly culprit?: Patch;
}
export declare const broughtFinding: ({ rule, address, location, related }: Finding) => Setback;
export declare const broughtError: ({ message, source, span }: Diagnostic) => Setback;
export declare const stillThere: (culprit: Patch) => Setback;
/** Which of the patches setbacks may come from, by what they write and what they are about; none where nothing tells. */
export declare const suspects: (setbacks: readonly Setback[], { made, files }: Combined, identityOf: (path: string) => string) => ReadonlySet<Patch>;
