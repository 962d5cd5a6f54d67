/** A file whose content is to be another one. */
export interface Replacement {
    /** Absolute, or relative to the working directory. */
    readonly path: string;
    /** What it must hold, to be replaced. */
    readonly before: Uint8Array;
    readonly after: Uint8Array;
}
/** Why nothing was replaced. */
export interface Refusal {
    /** Of the file that it is about. */
    readonly path: string;
    /** `changed`: it is no longer what was read. `read-only`: it may not be written. `failed`: anything else. */
    readonly kind: 'changed' | 'read-only' | 'failed';
    /** A clause: `it has changed since it was read`. */
    readonly reason: string;
}
/** The only way in which patches reach files. */
export interface FileWriter {
    /**
     * Replaces all of the files or none; `undefined` where it did. Each is whole at any time: the old one or the new one. Their
     * modes stay, and so do symbolic links: what they lead to is replaced.
     */
    readonly replace: (files: readonly Replacement[]) => Refusal | undefined;
}
