import type { ParsedFile } from '../../hcl/syntax.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import type { FileSystem } from '../../source/file-system.js';
import { type Declarations } from './declarations.js';
import { type ModuleContent } from './module-content.js';
import { Survey, type SurveyedDirectory } from './survey.js';
/** A directory's files, parsed and sorted by what they declare; shared by all calls of it. */
export interface ReadDirectory {
    readonly declarations: Declarations;
    readonly content: ModuleContent;
}
/** Reads each directory's configuration once, when somebody wants it. */
export declare class ConfigurationReader {
    #private;
    readonly fileSystem: FileSystem;
    /** Everything that was wrong with what has been read so far: grows when further modules are read. */
    readonly diagnostics: Diagnostic[];
    readonly survey: Survey;
    /** Directories from which an Aurora cluster can be reached. */
    readonly relevant: Set<SurveyedDirectory>;
    filesParsed: number;
    constructor(fileSystem: FileSystem);
    /** Finds out which of the directories, and of those they call, can reach an Aurora cluster. */
    surveyFrom(directories: readonly SurveyedDirectory[]): void;
    /**
     * Has HashiCorp's own parser judge the relevant directories' files that ours refuses. What is read later is not judged:
     * that parser can only be loaded asynchronously.
     */
    arbitrate(): Promise<void>;
    read(directory: SurveyedDirectory): ReadDirectory;
    /** All files that have been parsed so far, each once. */
    parsedFiles(): Iterable<ParsedFile>;
    /** The directories of all modules that have been read so far. */
    directoriesRead(): readonly SurveyedDirectory[];
}
