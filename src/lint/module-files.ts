/** Which files are those of a module, by their names. */
export { isConfigurationFile, isValuesFile } from '../terraform/load/file-names.js'
