/**
 * Whether YAML is better not parsed. An estimate, before anything is: brackets that stay open, also where they are text, and
 * items and keys that open others on the same line.
 */
export declare const isNestedTooDeeply: (yaml: string) => boolean;
