/**
 * The module part of a resource instance's address: `module.db["b"]` of `module.db["b"].aws_rds_cluster.this[0]`, empty in the
 * root module. Keys may hold anything, quotes and brackets too.
 */
export declare const moduleAddressOf: (address: string) => string;
