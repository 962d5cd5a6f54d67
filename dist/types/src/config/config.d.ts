import type { Severity } from '../finding.js';
import type { Exemption } from '../lint/options.js';
import type { FileSystem } from '../source/file-system.js';
import { type Read } from './read.js';
/** What a team says once for all its runs. */
export interface Config {
    /** Relative to the working directory. */
    readonly file: string;
    readonly severities: ReadonlyMap<string, Severity | 'off'>;
    readonly exemptions: readonly Exemption[];
    readonly failOn?: Severity | 'never';
    readonly strict?: boolean;
    /** Relative to the working directory. */
    readonly baselineFile?: string;
}
/** All that is wrong with it is told at once, each with its place. */
export declare const readConfig: (fileSystem: FileSystem, file: string) => Promise<Read<Config>>;
