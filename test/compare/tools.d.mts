export interface Tool {
  readonly name: string
  readonly program: string
  readonly readsPlans: boolean
}
export interface ToolVersion {
  readonly version: string
  readonly ruleset?: string
}
export interface Run {
  readonly exit: number
  readonly findings: readonly { readonly check: string; readonly text: string }[]
  readonly accepted: readonly { readonly check: string; readonly text: string }[]
}
export declare const tools: readonly Tool[]
export declare const versionOf: (tool: Tool) => ToolVersion | undefined
export declare const run: (tool: Tool, directory: string, planned?: boolean) => Run
