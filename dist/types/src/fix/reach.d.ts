import type { FileSystem } from '../source/file-system.js';
import type { MendOptions } from './mended.js';
import type { FileIdentities } from './overlay.js';
import type { Patch } from './patch.js';
/** Which files patches may write to: those in the directories that the user named, and none that is hidden there. */
export declare class Reach {
    #private;
    constructor({ cwd }: FileSystem, identities: FileIdentities, directories: readonly string[], { safety, paths }: Pick<MendOptions, 'safety' | 'paths'>);
    /** Why a patch is not made; `undefined` where it may be. */
    refusal({ fix }: Patch): string | undefined;
}
