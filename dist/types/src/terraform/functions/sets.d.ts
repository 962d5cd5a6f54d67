import type { Repeated, Value } from '../value.js';
import { type Call, type FunctionTable } from './definition.js';
/** A collection of unknown length, each element of which looks like an element of one of the others. */
export declare const mixture: (type: Repeated['type'], call: Call, all: readonly (Value & {
    kind: 'list' | 'repeated';
})[]) => Value;
/** Names a collection by the call that makes it; one that cannot be named is like no other. */
export declare const callKeys: ({ name, args }: Call) => string;
export declare const sets: FunctionTable;
