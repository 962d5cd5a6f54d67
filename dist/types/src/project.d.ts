export declare const name: string;
export declare const version: string;
/** Where the project lives. Written down in package.json and nowhere else. */
export declare const repositoryUrl: string;
export declare const ruleUrl: (rule: string) => string;
export declare const issuesUrl: string;
