import type { Fix } from '../finding.js'
import { markdownBlock } from './markdown-text.js'
import type { ReportOptions } from './reporter.js'
import { shownDiff } from './shown-diff.js'
import type { ShownParts } from './shown-parts.js'
import { createStyle } from './style.js'

/** The patch as a block: a diff, without what is secret, or what to write where there is no file at hand; empty where there is neither. */
export const patchBlock = (
  { edits, snippet }: Fix,
  parts: ShownParts,
  repositoryPath: ReportOptions['repositoryPath'],
): string => {
  if (edits.length === 0)
    return snippet === undefined ? '' : markdownBlock('hcl', snippet.replace(/\n$/, '').split('\n'))
  const changes = [...new Set(edits.map(({ source }) => source))].flatMap((source) => {
    const own = edits.filter((edit) => edit.source === source).toSorted((a, b) => a.span.start - b.span.start)
    return parts.of(repositoryPath(source.path), source, own)
  })
  const lines = shownDiff(changes, createStyle(false)).split('\n').slice(0, -1)
  return lines.length === 0 ? '' : markdownBlock('diff', lines)
}
