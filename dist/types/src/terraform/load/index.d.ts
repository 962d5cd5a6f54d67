export { type Discovery, type DiscoveryOptions, discover, type RootDirectory } from './discover.js';
export { isConfigurationFile } from './file-names.js';
export { type Outside, undeclaredVariables, type VariableOption } from './given.js';
export { ConfigurationReader } from './reader.js';
export { type LoadedRootModule, loadRootModule } from './root-module.js';
export type { ScannedTree } from './scanned-tree.js';
