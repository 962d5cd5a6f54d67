import type { Location } from '../finding.js';
import type { Argument, Content } from '../terraform/configuration.js';
import type { Evaluator } from '../terraform/evaluator.js';
import { type BlockScope } from '../terraform/generated-blocks.js';
import type { Value } from '../terraform/value.js';
import type { Subject } from './subject.js';
/** The nested blocks of a type. */
export interface Blocks {
    readonly all: readonly BlockInstance[];
    /** Why there may be others; empty where these are all. */
    readonly because: readonly string[];
}
/** What a plan knows of a block, where the configuration does not say it or is not at hand. */
type Planned = Value & {
    readonly kind: 'mapping';
};
/** A nested block of a resource instance, with what its arguments are worth, and where they stand. */
export declare class BlockInstance implements Subject {
    #private;
    /** That of the resource instance. */
    readonly address: string;
    /** From the resource: `kinesis_source_configuration`, `extended_s3_configuration.processing_configuration`. */
    readonly path: string;
    constructor(evaluator: Evaluator, resource: Subject, path: string, { content, scope, planned }: {
        content?: Content;
        scope: BlockScope;
        planned?: Planned;
    });
    /** `undefined` where the argument is left out. */
    value(name: string): Value | undefined;
    string(name: string): string | undefined;
    blocks(type: string): Blocks;
    argument(name: string): Argument | undefined;
    get header(): Location | undefined;
    /** `argument` with or without the path of the block. */
    place(argument: string, value?: Value): Location | undefined;
}
/** What a plan's JSON keeps of the configuration lacks `dynamic` blocks, and has no order in a set: there the plan's values count. */
export declare const blocksOf: (evaluator: Evaluator, resource: Subject, path: string, { content, scope, planned }: {
    content: Content;
    scope: BlockScope;
    planned: Value | undefined;
}) => Blocks;
export {};
