import type { FileSystem } from '../../source/file-system.js';
/** Where `terraform init` put the modules of one root module: the path of calls (`db`, `db.inner`) to a directory. */
export type Manifest = ReadonlyMap<string, string>;
export declare const manifestFile: (rootDirectory: string) => string;
/** Empty where `terraform init` has not run; a manifest that makes no sense is as good as none: `init` writes it anew. */
export declare const readManifest: (fileSystem: FileSystem, rootDirectory: string) => Manifest;
