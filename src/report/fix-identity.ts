import type { Fix } from '../finding.js'

/** One text for all fixes that write the same at the same places, whatever they are called; nothing where they write nothing. */
export const fixIdentity = ({ edits, snippet }: Fix): string | undefined => {
  if (edits.length === 0 && snippet === undefined) return undefined
  return JSON.stringify([edits.map(({ source, span, text }) => [source.path, span, text]), snippet])
}
