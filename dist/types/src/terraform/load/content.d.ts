/** A block of a file as the model has it: arguments by name, nested blocks by type, `dynamic` and JSON's objects included. */
import type { Attribute, Block, Expression, ParsedFile } from '../../hcl/syntax.js';
import type { Span } from '../../source/span.js';
import type { Argument, Content } from '../configuration.js';
export type Owner = Argument['owner'];
export declare const argumentOf: ({ source }: ParsedFile, attribute: Attribute, owner: Owner) => Argument;
export declare const contentOf: (file: ParsedFile, block: Block, owner: Owner) => Content;
/** Stands for an argument that has to be there and is not: nobody knows what it would have said. */
export declare const nowhere: (name: string, owner: Owner, span: Span) => Argument;
/** A name, quoted or not: an iterator's, an object key's. */
export declare const nameIn: (expression: Argument['expression'] | undefined) => string | undefined;
/** Not one of those that a plan's JSON keeps. */
export declare const isWritten: (expression: Argument['expression']) => expression is Expression;
