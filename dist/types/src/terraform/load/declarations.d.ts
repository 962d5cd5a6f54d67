/** What the files of one directory declare, overrides assigned to what they override; contents are made when asked for. */
import type { Block, ParsedFile } from '../../hcl/syntax.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import type { Argument, Content, Local } from '../configuration.js';
export interface ReadFile {
    readonly parsed: ParsedFile;
    readonly override: boolean;
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
export interface Declarations {
    /** By address: `aws_rds_cluster.main`, `data.aws_kms_key.main`. */
    readonly resources: ReadonlyMap<string, Declaration>;
    readonly calls: ReadonlyMap<string, Declaration>;
    readonly variables: ReadonlyMap<string, Declaration>;
    readonly outputs: ReadonlyMap<string, Declaration>;
    readonly providers: readonly Declaration[];
    readonly locals: ReadonlyMap<string, Local>;
    /** `terraform` blocks, overrides behind what they override. */
    readonly settings: readonly Content[];
    readonly diagnostics: readonly Diagnostic[];
}
/** `files` in reading order; override files come last, whatever their names. */
export declare const declarationsOf: (files: readonly ReadFile[]) => Declarations;
