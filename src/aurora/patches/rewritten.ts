import { type Change, replaceValue } from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import type { Rewrite } from '../patch.js'

/** The change that a rewrite makes. */
export const rewritten = ({ edit }: Rewrite): Change | Unmended => {
  const { source, span, text } = edit
  // In JSON syntax it may be a part of a text in quotes.
  if (source.path.endsWith('.json')) return { edits: [edit], snippet: '' }
  return replaceValue({ source, span }, { kind: 'name', text }, '')
}
