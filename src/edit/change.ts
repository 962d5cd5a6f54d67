import type { Edit, Fix, Unmended } from '../finding.js'
import type { Block } from '../hcl/syntax.js'
import type { SourceFile } from '../source/source-file.js'

/** A block of the configuration, and where it stands: nowhere, in a plan's JSON. */
export interface BlockPlace {
  readonly type: string
  readonly labels: readonly string[]
  readonly written?: Written | undefined
}

export interface Written {
  readonly source: SourceFile
  readonly block: Block
}

/** What is to be done to the configuration: in the files, and in words for whom there are none. */
export interface Change {
  /** Empty where nothing is at hand to be edited. */
  readonly edits: readonly Edit[]
  /** What there will be, in native syntax, with its block around it. */
  readonly snippet: string
}

export const isUnmended = (result: Change | Fix | Unmended): result is Unmended => 'reason' in result

export const changeOf = (edits: readonly Edit[] | Unmended, snippet: string): Change | Unmended =>
  'reason' in edits ? edits : { edits, snippet }

/** All of it or none: the first reason for none. Edits that say the same are one; others must not meet. */
export const together = (...changes: readonly (Change | Unmended)[]): Change | Unmended => {
  const edits: Edit[] = []
  const snippets = new Set<string>()
  for (const change of changes) {
    if (isUnmended(change)) return change
    edits.push(...change.edits)
    snippets.add(change.snippet)
  }
  return changeOf(joinable(edits), [...snippets].filter((text) => text !== '').join('\n\n'))
}

/** Each edit once, if all of them can be made together. */
export const joinable = (edits: readonly Edit[]): readonly Edit[] | Unmended => {
  const distinct = new Map(edits.map((edit) => [JSON.stringify([edit.source.path, edit.span, edit.text]), edit]))
  const all = [...distinct.values()]
  return meet(all) ? { reason: 'its parts would have to be written at the same place' } : all
}

/** Whether two of them take the same text, or stand at one place where only one can. */
const meet = (edits: readonly Edit[]): boolean => {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const last = new Map<SourceFile, Edit>()
  return sorted.some((edit) => {
    const { source, span } = edit
    const before = last.get(source)
    last.set(source, edit)
    if (!before || before.span.end < span.start) return false
    if (before.span.end > span.start) return true
    return before.span.start === span.end && !(before.isWhole && edit.isWhole)
  })
}

/** Lines of their own, in front of or behind which others may be put at the same place. */
export const insertion = (source: SourceFile, at: number, text: string): Edit => ({
  source,
  span: { start: at, end: at },
  text,
  isWhole: true,
})

/** `title` is imperative, lower case. */
export const fix = (safety: Fix['safety'], title: string, change: Change | Unmended): Fix | Unmended => {
  if (isUnmended(change)) return change
  const { edits, snippet } = change
  return { safety, title, edits, ...(edits.length === 0 && { snippet }) }
}
