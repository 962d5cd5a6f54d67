import type { SourceFile } from './source-file.js';
import type { Span } from './span.js';
/**
 * A problem in something the tool read, as a value: reading goes on behind it.
 * An `error` means that the input could not be read as it stands (exit code 2); a `warning` does not.
 */
export interface Diagnostic {
    readonly severity: 'error' | 'warning';
    /** Lower case, one sentence, without a full stop. */
    readonly message: string;
    /** What to do about it. */
    readonly hint?: string;
    /** The path shown to the user; also where `source` is absent (an unreadable file, say). */
    readonly file?: string;
    readonly source?: SourceFile;
    readonly span?: Span;
}
/** A mistake that the user can correct (a wrong option, a missing path): shown as one sentence, exit code 2. */
export declare class UserError extends Error {
    readonly hint: string | undefined;
    constructor(message: string, hint?: string);
    /** By its name: what is bundled into a file of its own has a class of its own. */
    static [Symbol.hasInstance](value: unknown): value is UserError;
}
