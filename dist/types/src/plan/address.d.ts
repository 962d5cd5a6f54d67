/**
 * The module part of a resource instance's address: `module.db["b"]` of `module.db["b"].aws_rds_cluster.this[0]`, empty in the
 * root module. Keys may hold anything, quotes and brackets too.
 */
export declare const moduleAddressOf: (address: string) => string;
/** The names of the calls that lead to a module instance: `db` and `audit` of `module.db["b"].module.audit`. */
export declare const moduleNamesOf: (moduleAddress: string) => readonly string[];
