import type { Module, Resource } from './configuration.js';
/** Those of a module, of which no other is read. A type is what its addresses begin with: `aws_kms_key`, `data.aws_kms_key`. */
export declare const resourcesOfType: (module: Module, type: string) => readonly Resource[];
