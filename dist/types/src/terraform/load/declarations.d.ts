/** What the files of one directory declare, overrides assigned to what they override; contents are made when asked for. */
import type { Block, ParsedFile } from '../../hcl/syntax.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import type { Argument, Content, Local, Lookup } from '../configuration.js';
import type { IndexedBlock } from './block-index.js';
export interface ReadFile {
    readonly parsed: ParsedFile;
    readonly override: boolean;
}
/** A file that is only parsed when something in it is asked for. Nothing that it declares is declared or overridden elsewhere. */
export interface DeferredFile {
    readonly blocks: readonly IndexedBlock[];
    readonly declarations: () => Declarations;
}
/** One block and the override blocks that change it. */
export interface Declaration {
    readonly block: Block;
    readonly file: ParsedFile;
    /** Made on first use. */
    readonly content: Content;
    /** One argument, overrides considered, without making the whole content. */
    argument(name: string): Argument | undefined;
}
export interface CallDeclaration {
    /** Where the module lies, if that is written as a plain string. */
    readonly source: string | undefined;
    /** Made on first use. */
    readonly content: Content;
}
export interface Declarations {
    /** By address: `aws_rds_cluster.main`, `data.aws_kms_key.main`. */
    readonly resources: Lookup<Declaration>;
    readonly calls: ReadonlyMap<string, CallDeclaration>;
    readonly variables: ReadonlyMap<string, Declaration>;
    readonly outputs: Lookup<Declaration>;
    readonly providers: readonly Declaration[];
    readonly locals: ReadonlyMap<string, Local>;
    /** `terraform` blocks, overrides behind what they override. */
    readonly settings: readonly Content[];
    /** Addresses that `moved` and `removed` blocks say a resource had. */
    readonly formerAddresses: ReadonlySet<string>;
    readonly diagnostics: readonly Diagnostic[];
}
/** `files` in reading order; override files come last, whatever their names. */
export declare const declarationsOf: (files: readonly (ReadFile | DeferredFile)[]) => Declarations;
