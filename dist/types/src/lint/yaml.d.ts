/** Loads what reads YAML as Terraform's `yamldecode` does. */
export declare const loadYaml: () => Promise<(text: string) => unknown>;
