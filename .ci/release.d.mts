export interface Section {
  /** As written behind the version. */
  readonly date: string
  /** In Markdown, without the heading. */
  readonly notes: string
}
export declare const sectionOf: (changelog: string, version: string) => Section | undefined
export declare const obstacles: (tag: string, version: string, changelog: string) => readonly string[]
