export declare const shown: (markdown?: string) => readonly { readonly command: string; readonly output: string }[]
export declare const shownRules: (markdown?: string) => string | undefined
export declare const ruleTable: () => string
export declare const output: (command: string) => string
