/** What the paths of a run name, for those who write there. */
import type { LintOptions } from '../lint/options.js';
export interface Named {
    readonly directories: readonly string[];
    readonly files: readonly string[];
    /** Plans, if they are any; `-` is one of them. */
    readonly documents: readonly string[];
}
export declare const namedBy: ({ paths, fileSystem }: Pick<LintOptions, 'paths' | 'fileSystem'>) => Promise<Named>;
/** Where the source of a plan is looked for. */
export declare const besideDocuments: ({ documents }: Named, source: string | undefined) => readonly string[];
