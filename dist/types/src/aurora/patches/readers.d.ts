/** What a variable or a local value decides. */
import type { Module } from '../../terraform/configuration.js';
/** Types of the resources whose arguments are made of it, in its module and those that it is handed to. */
export declare const readersOf: (module: Module, root: 'var' | 'local', name: string) => ReadonlySet<string>;
