/**
 * Which directories can reach an Aurora cluster, found out from the bytes of their files: nothing is parsed here.
 * Errs on one side only: a directory may be called relevant in vain, never irrelevant in vain.
 */
import type { Diagnostic } from '../../source/diagnostic.js';
import type { FileSystem } from '../../source/file-system.js';
import { type ConfigurationFileName } from './file-names.js';
import { type Manifest } from './manifest.js';
/** A directory whose files were read. */
export interface SurveyedDirectory {
    /** As the user knows it; the first name where symbolic links give it several. */
    readonly path: string;
    /** What tells directories apart. */
    readonly realPath: string;
    /** In reading order; unreadable ones are left out. */
    readonly files: readonly ConfigurationFileName[];
    /** All names of regular files: variable files are among them. */
    readonly fileNames: readonly string[];
    /** Of all the files. */
    readonly bytes: number;
    readonly touchesAurora: boolean;
    readonly manifest: Manifest;
    /** Relative paths that may be calls of modules. */
    readonly relativePaths: readonly string[];
}
export declare class Survey {
    #private;
    filesRead: number;
    bytesRead: number;
    constructor(fileSystem: FileSystem, diagnostics: Diagnostic[]);
    /** The directory and everything below it, each directory once however many links lead to it. */
    walk(path: string): readonly SurveyedDirectory[];
    /** One directory, without what lies below it; `undefined` where there is none. */
    directory(path: string): SurveyedDirectory | undefined;
    /**
     * Those of the directories, and of the directories they may call, from which an Aurora cluster can be reached;
     * what is called is looked up wherever it lies.
     */
    relevant(directories: Iterable<SurveyedDirectory>): ReadonlySet<SurveyedDirectory>;
    /** Those of the directories that may lead to one of the wanted, which are among them. */
    leadingTo(wanted: Iterable<SurveyedDirectory>, directories: Iterable<SurveyedDirectory>): ReadonlySet<SurveyedDirectory>;
}
