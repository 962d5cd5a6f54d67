/** Files of the configuration, seen only through the context; and paths, which are only text. */
import { type FunctionTable } from './definition.js';
export declare const files: FunctionTable;
