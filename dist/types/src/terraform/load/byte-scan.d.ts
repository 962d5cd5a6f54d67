/** What the bytes of a configuration file say before anything is decoded or parsed. */
export interface ByteScan {
    /** The file can declare a cluster, or call a public module that makes one. */
    readonly touchesAurora: boolean;
    /** Relative paths in quotes (`./db`, `../db`) of a file that may hold a module call: each call's source is among them. */
    readonly relativePaths: readonly string[];
    readonly encoding: 'utf-8' | 'utf-16';
}
/** What the tool is told in comments begins with its name. */
export declare const holdsInstruction: (content: Uint8Array) => boolean;
export declare const scanBytes: (content: Uint8Array) => ByteScan;
/** By its byte order mark, or by the zero that is half of every ASCII character: with one of those, all files begin. */
export declare const isUtf16: ([first, second]: Uint8Array) => boolean;
