export interface Sample {
  readonly set: string
  readonly name: string
  readonly rule: string
  readonly wrong: string
  readonly mended: string
  readonly planned: boolean
}
export declare const RULES: string
export declare const sets: readonly { readonly name: string; readonly title: string }[]
export declare const writeSamples: (workspace: string) => readonly Sample[]
export declare const writeMended: (workspace: string) => readonly { readonly set: string; readonly directory: string }[]
