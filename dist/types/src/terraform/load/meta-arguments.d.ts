import type { Expression } from '../../hcl/syntax.js';
import type { Argument, Content, Lifecycle } from '../configuration.js';
/** The entries of a `depends_on`, an argument each; quoted ones (Terraform 0.11's form, and JSON's) as the traversals they name. */
export declare const dependsOn: ({ arguments: given }: Content) => readonly Argument[];
/** `aws.west`, bare or quoted; of OpenTofu's `aws.by_region[each.key]` no more than that it is no configuration by itself. */
export declare const providerReference: (expression: Argument['expression'], written: Argument['written']) => string | undefined;
/** The `providers` of a call: the called module's names to the caller's. */
export declare const providersOf: ({ arguments: given }: Content) => ReadonlyMap<string, string>;
export declare const lifecycleOf: ({ blocks }: Content) => Lifecycle | undefined;
/**
 * What a string stands for where Terraform wants a reference or a type and also takes it quoted (0.11's form, and JSON's), at
 * the same place; anything else as it is.
 */
export declare const unquoted: (expression: Expression, written: Argument['written']) => Expression;
