import type { Fix } from '../finding.js';
import type { Report } from './report.js';
export interface ReportOptions {
    readonly color: boolean;
    /** The width of the terminal; 80 where there is none. */
    readonly columns: number;
    /** Findings alone, without the closing lines. */
    readonly quiet: boolean;
    /** Also what is suppressed; JSON lists it in any case. */
    readonly showSuppressed?: boolean;
    /** Patches of this grade were applied before, as far as they can be: nobody is told to do it again. */
    readonly applied?: Fix['safety'];
    /** How the command is called where the report is read, `npx tf-das-lint` for one; by its name where this is absent. */
    readonly command?: string;
    /** Names this run among others over the same commit: SARIF's category. */
    readonly category: string;
    /** A path as the user knows it to one within the repository, for readers that know nothing of the working directory. */
    readonly repositoryPath: (path: string) => string;
    /** Each rule's page in Markdown, by the rule's id: SARIF takes its help from them, and has less to say without. */
    readonly pages?: ReadonlyMap<string, string>;
}
/** The whole output, with its final line feed; empty where there is nothing to say. */
export type Reporter = (report: Report, options: ReportOptions) => string;
export declare const formats: readonly ['text', 'json', 'sarif', 'github', 'junit', 'gitlab', 'markdown'];
export type Format = (typeof formats)[number];
