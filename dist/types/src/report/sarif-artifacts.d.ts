import type { Artifact, ArtifactLocation } from 'sarif';
export declare const SOURCE_ROOT = "%SRCROOT%";
/**
 * The files of a run, each listed once and referred to by index. Code scanning refuses a whole upload for one empty URI or one
 * that leads out of the repository, so a file outside of it is named as if it lay at its root, and its entry says so.
 */
export declare class Artifacts {
    #private;
    constructor(repositoryPath: (path: string) => string);
    get all(): Artifact[];
    location(path: string): ArtifactLocation;
}
