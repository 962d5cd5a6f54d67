import { type FunctionTable } from './definition.js';
export declare const strings: FunctionTable;
