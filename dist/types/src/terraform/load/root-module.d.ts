import type { Diagnostic } from '../../source/diagnostic.js';
import type { RootModule } from '../configuration.js';
import { type Outside } from './given.js';
import type { ConfigurationReader } from './reader.js';
export interface LoadedRootModule extends RootModule {
    /** Names that `--var` sets and this root module does not declare: see `undeclaredVariables`. */
    readonly undeclared: readonly string[];
    /** Of its variables' values alone; what is wrong with the configuration is in the reader's diagnostics. */
    readonly diagnostics: readonly Diagnostic[];
}
/** The configuration that a directory holds, with what its variables are given. The modules it calls are read when asked for. */
export declare const loadRootModule: (directory: string, reader: ConfigurationReader, outside?: Outside) => LoadedRootModule;
