/** A reference in the place of a value, where one can stand. */
import { type Change } from '../../edit/index.js';
import type { Unmended } from '../../finding.js';
import type { SourceFile } from '../../source/source-file.js';
import type { Span } from '../../source/span.js';
import type { Argument } from '../../terraform/configuration.js';
import type { ModuleInstance } from '../../terraform/module-instance.js';
import type { Symbolic, Value } from '../../terraform/value.js';
import type { ResourceInstance } from '../resource-instance.js';
/** A reference, and how to come by it. */
export interface Rewrite {
    readonly reference: string;
    /** An expression, or a part of one. */
    readonly place: {
        readonly source: SourceFile;
        readonly span: Span;
    };
    /** What to write there, in native syntax. */
    readonly text: string;
    /** The argument that the place is in, and the module that the names in it are of. */
    readonly holder: Argument;
    readonly module: ModuleInstance;
}
/** Writes `reference` where the value was written; `undefined` where no reference can stand. */
export declare const rewriteValue: (value: Value, reference: string) => Rewrite | undefined;
/**
 * Reads `attribute` instead of the one that a reference reads: in the reference itself where it stands in the resource or a call,
 * else in the resource's own argument, since a local value or an output may serve others, too.
 */
export declare const rewriteAttribute: (on: ResourceInstance, argument: string, value: Value, symbolic: Symbolic, attribute: string) => Rewrite | undefined;
/** The change that a rewrite makes. */
export declare const rewritten: ({ place, text }: Rewrite) => Change | Unmended;
