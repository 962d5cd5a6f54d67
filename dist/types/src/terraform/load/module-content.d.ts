import type { Module } from '../configuration.js';
import type { Declarations } from './declarations.js';
export type ModuleContent = Omit<Module, 'kind' | 'directory' | 'calls'>;
export declare const moduleContentOf: (declarations: Declarations) => ModuleContent;
