import type { JsonBlockSchema } from '../../hcl/index.js';
/**
 * What Terraform's language makes blocks in a configuration file of JSON syntax. The blocks of a provider's own schema are
 * not among them: see `contentOf`.
 */
export declare const configurationSchema: JsonBlockSchema;
/** A values file has arguments alone. */
export declare const valuesSchema: JsonBlockSchema;
