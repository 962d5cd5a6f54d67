import type { Step } from '../hcl/syntax.js';
import type { Argument, Content, Expression } from './configuration.js';
/** A name in an expression, whatever it is worth: what Terraform orders its graph by. */
export interface StaticReference {
    readonly root: string;
    readonly steps: readonly Step[];
}
export declare const referencesIn: (expression: Expression) => readonly StaticReference[];
/** The same of an expression in native syntax. */
export declare const referencesInText: (text: string) => readonly StaticReference[];
/** Every argument of a block and of the blocks within it. */
export declare function argumentsIn(content: Content): Generator<Argument>;
