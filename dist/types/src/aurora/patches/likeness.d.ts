/** How a new block is repeated and managed: like the one that it is for. */
import { type NewArgument, type NewBlock, type NewValue } from '../../edit/index.js';
import type { ModuleCall, Resource } from '../../terraform/configuration.js';
import type { InstanceKey } from '../../terraform/reference.js';
type Body = NewBlock['body'];
/** What new blocks take over from another one. */
export interface Likeness {
    /** `count` or `for_each`, and `provider`: what a block begins with. */
    readonly meta: readonly NewArgument[];
    /** Behind the name of what is repeated alike: `[count.index]`, `[each.key]`, or nothing. */
    readonly suffix: string;
    /** `region`, which provider 6 takes in each resource. */
    readonly region: readonly NewArgument[];
    /** `lifecycle { enabled = … }`, which OpenTofu takes in the place of `count`. */
    readonly lifecycle: readonly NewBlock[];
}
/** The key of each of them, behind a text that is to differ from one to the other: `-${each.key}`, or nothing. */
export declare const keyInText: ({ suffix }: Pick<Likeness, 'suffix'>) => string;
/** One, managed by the default provider. */
export declare const UNLIKE: Likeness;
/** A resource that is repeated and managed alike. */
export declare const blockLike: ({ meta, region, lifecycle }: Likeness, labels: readonly string[], ...body: Body) => NewBlock;
/** Of a resource, for what stands beside it. */
export declare const likenessOf: (resource: Resource, key: InstanceKey) => Likeness;
export declare const providerLike: (provider: string | undefined) => readonly NewArgument[];
/** `name` is what there are several of: `aws_rds_cluster.main`, `module.db`. */
export declare const repetitionLike: ({ count, forEach }: Resource | ModuleCall, name: string, key: InstanceKey) => Pick<Likeness, 'meta' | 'suffix'>;
/**
 * The tags of a resource or a call, where they are others' as well: a plain reference, or several put together. What is spelled out
 * may be a name of its own.
 */
export declare const tagsLike: ({ content }: Resource | ModuleCall) => NewValue | undefined;
export {};
