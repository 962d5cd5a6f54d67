import type { Lint, Mended, MendOptions } from './mended.js';
/**
 * Finds out what the patches make of the configuration that the paths lead to. Touches no file. Rejects with a `UserError` where the
 * options are wrong, as linting does.
 */
export declare const mend: (lint: Lint, { safety, ...given }: MendOptions) => Promise<Mended>;
