import { type FunctionTable } from './definition.js';
export declare const hashing: FunctionTable;
