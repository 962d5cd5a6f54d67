import type { ActionTables } from './action-tables.mjs'

export declare const shown: (markdown?: string) => readonly { readonly command: string; readonly output: string }[]
export interface Tables extends ActionTables {
  readonly rules: string
  readonly yields: string
  readonly compare: string
}
export declare const shownTables: (markdown?: string) => Partial<Tables>
export declare const tables: () => Tables
export interface Heading {
  readonly level: number
  readonly text: string
  readonly anchor: string
}
export declare const headings: (markdown?: string) => readonly Heading[]
export declare const shownContents: (markdown?: string) => string | undefined
export declare const contents: (markdown?: string) => string
export declare const output: (command: string) => string
