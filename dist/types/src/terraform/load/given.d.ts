import type { Diagnostic } from '../../source/diagnostic.js';
import type { FileSystem } from '../../source/file-system.js';
import type { Argument, Module } from '../configuration.js';
import type { SurveyedDirectory } from './survey.js';
/** An option of the command line, in the order given there. */
export type VariableOption = 
/** `--var NAME=VALUE` */
{
    readonly kind: 'var';
    readonly text: string;
}
/** `--var-file PATH`, relative to the working directory. */
 | {
    readonly kind: 'var-file';
    readonly path: string;
};
export interface Outside {
    readonly environment: ReadonlyMap<string, string>;
    readonly options: readonly VariableOption[];
}
export interface Given {
    readonly values: ReadonlyMap<string, Argument>;
    /** Names that `--var` sets and the module does not declare. */
    readonly undeclared: readonly string[];
    readonly diagnostics: readonly Diagnostic[];
}
export declare const givenTo: ({ variables }: Pick<Module, 'variables'>, directory: SurveyedDirectory, fileSystem: FileSystem, { environment, options }: Outside) => Given;
/**
 * The mistake in a `--var` that no root module of the run declares; `undeclared` and `declared` of each of them.
 * One that only some declare is none: a run over a whole repository sets it for those.
 */
export declare const undeclaredVariables: (rootModules: readonly {
    readonly undeclared: readonly string[];
    readonly module: Pick<Module, 'variables'>;
}[]) => readonly Diagnostic[];
