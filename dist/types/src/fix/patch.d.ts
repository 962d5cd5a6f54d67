import type { Finding, Fix } from '../finding.js';
import type { MendOptions } from './mended.js';
/** What is to be made as a whole. */
export interface Patch {
    readonly fix: Fix;
    /** Whose fix it is: several where they have the same cause, such as the instances of one block. */
    readonly findings: readonly [Finding, ...Finding[]];
}
/** The patches of that grade. What is undecided is not to be mended. */
export declare const patchesOf: (findings: readonly Finding[], safety: MendOptions['safety']) => readonly Patch[];
/** Where and what is written. */
export declare const editsOf: ({ edits }: Fix) => string;
/** What makes it the same finding after the text around it has changed. */
export declare const keyOf: ({ rule, home, address, path }: Finding) => string;
/** What makes it the same patch after the text around it, and so its alignment, has changed; one for each of its findings. */
export declare const contentsOf: ({ fix, findings }: Patch) => readonly string[];
