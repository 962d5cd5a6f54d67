/** What a directory holds; a symbolic link is reported as what it leads to, a broken one as `other`. */
export interface DirectoryEntry {
    readonly name: string;
    readonly kind: 'file' | 'directory' | 'other';
    /** Set for a symbolic link. */
    readonly link?: true;
}
/**
 * The only way in which anything here reaches files. Paths are absolute or relative to `cwd`.
 * Methods throw Node's system errors (`code` is `ENOENT`, `EACCES`, …), which callers turn into diagnostics.
 */
export interface FileSystem {
    readonly cwd: string;
    read(path: string): Uint8Array;
    list(path: string): readonly DirectoryEntry[];
    /** `undefined` where nothing exists at the path. */
    kind(path: string): 'file' | 'directory' | 'other' | undefined;
    /** Resolves symbolic links. */
    realPath(path: string): string;
    /** Opens for reading in pieces: documents too large to hold. */
    open(path: string): RandomAccess;
    /**
     * Reads many files, each whole, in the order given; what `read` would throw is handed over. Where this is absent, `read` does.
     * The files may share one buffer: the content is only good until `visit` returns.
     */
    readEach?(paths: Iterable<string>, visit: (path: string, content: Uint8Array | Error) => void): void;
}
export interface RandomAccess {
    /** In bytes. */
    readonly size: number;
    /** Fills `into` from the byte `position` on; returns how many bytes were read, 0 at the end. */
    read(into: Uint8Array, position: number): number;
    close(): void;
}
