export declare const shown: (markdown?: string) => readonly { readonly command: string; readonly output: string }[]
export interface Tables {
  readonly rules: string
  readonly yields: string
}
export declare const shownTables: (markdown?: string) => Partial<Tables>
export declare const tables: () => Tables
export declare const output: (command: string) => string
