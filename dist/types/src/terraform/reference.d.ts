import type { SourceFile } from '../source/source-file.js';
import type { Span } from '../source/span.js';
import type { Argument, Resource } from './configuration.js';
import type { ModuleInstance } from './module-instance.js';
/** Where a value was written down, whatever it passed through since. */
export interface Origin {
    /** Absent for what a plan's JSON says. */
    readonly place?: {
        readonly source: SourceFile;
        readonly span: Span;
    };
    /** The attribute that holds it: of a resource, of a module call, of a `locals` block, a variable's default, … */
    readonly holder: Argument;
    /** The module instance it was evaluated in: where the names in it mean something. */
    readonly module: ModuleInstance;
}
/** The key of one instance. */
export type InstanceKey = {
    readonly kind: 'none';
} | {
    readonly kind: 'known';
    readonly value: string | number;
}
/** The one instance that stands for all of an unknown `count` or `for_each`; equal `keys` pair. */
 | {
    readonly kind: 'each';
    readonly keys: string;
    readonly because: readonly string[];
}
/** Some instance, nobody knows which. */
 | {
    readonly kind: 'any';
    readonly because: readonly string[];
};
export interface ResourceInstanceReference {
    readonly resource: Resource;
    readonly module: ModuleInstance;
    readonly key: InstanceKey;
}
