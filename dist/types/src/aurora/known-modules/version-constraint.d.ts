/** Which versions of a module a call allows, as far as ranges of them have to be told apart. */
/** Major, minor, patch; what follows a hyphen is left out. */
type Version = readonly [number, number, number];
/** From the one on, and below the other: what all parts of a constraint allow. `!=` is left out: it takes no range away. */
export interface AllowedVersions {
    readonly from: Version;
    readonly below: Version;
}
export declare const ANY_VERSION: AllowedVersions;
/** `undefined` for what is no constraint of Terraform's. */
export declare const parseVersionConstraint: (text: string) => AllowedVersions | undefined;
/** A tag names one version; a branch, a commit and a tag that moves (`v2`) name none. */
export declare const versionOfTag: (ref: string) => AllowedVersions | undefined;
/** Whether any version from `from` on and below `below` is allowed. */
export declare const allowsAnyOf: (allowed: AllowedVersions, range: {
    from: string;
    below: string;
}) => boolean;
export {};
