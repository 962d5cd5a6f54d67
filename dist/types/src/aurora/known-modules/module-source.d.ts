/** Where a module call's `source` leads, in the terms of the table of known modules. */
export type ModuleSource = {
    readonly kind: 'registry';
    readonly address: string;
    readonly directory: string;
} | {
    readonly kind: 'repository';
    /** `github.com/owner/name`, in lower case. */
    readonly repository: string;
    readonly directory: string;
    /** A tag, a branch or a commit, as written. */
    readonly ref?: string;
};
/** `undefined` for a local path, a private registry, an archive and whatever else no known module comes from. */
export declare const parseModuleSource: (text: string) => ModuleSource | undefined;
