/**
 * What a file of native syntax declares at its top level, found out without parsing it: brackets, quotes, heredocs and comments
 * are followed, all else is skipped. Gives up on whatever is unusual rather than guess.
 */
export interface IndexedBlock {
    readonly kind: 'resource' | 'module' | 'output' | 'local';
    /** As the model has it: `aws_rds_cluster.main`, `data.aws_kms_key.main`, `db` of `module "db"`. */
    readonly name: string;
    /** Of a module call. */
    readonly source?: string;
}
/** Undefined where the file has to be parsed: it says more than can be put off, or something unusual. */
export declare const indexBlocks: (bytes: Uint8Array) => readonly IndexedBlock[] | undefined;
