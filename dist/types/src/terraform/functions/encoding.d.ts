import { type FunctionTable } from './definition.js';
export declare const decodeUtf8: (bytes: Uint8Array) => string;
export declare const encoding: FunctionTable;
