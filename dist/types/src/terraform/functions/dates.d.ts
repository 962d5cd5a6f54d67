import { type FunctionTable } from './definition.js';
export declare const dates: FunctionTable;
