/** What the name of a file in a module's directory says about it. */
export interface ConfigurationFileName {
    readonly name: string;
    /** Without its ending. */
    readonly stem: string;
    readonly syntax: 'native' | 'json';
    /** Merged into what the other files declare, not added to it. */
    readonly override: boolean;
}
export declare const isConfigurationFile: (name: string) => boolean;
/** The configuration files among the names, in the order in which they are read: `x.tofu` takes the place of `x.tf`. */
export declare const configurationFiles: (names: Iterable<string>) => readonly ConfigurationFileName[];
export declare const isValuesFile: (name: string) => boolean;
/** The variable files that Terraform reads by itself, weakest first. */
export declare const automaticValuesFiles: (names: Iterable<string>) => readonly string[];
