/** A `moved` block, by which a stream keeps running under another address. */
import { addBlocksAfter, argument, block, type Change } from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import type { Move } from '../planned-streams.js'
import { placeOf } from './block-place.js'

export const moveStream = ({ from, to, beside }: Move): Change | Unmended => {
  const place = placeOf(beside)
  // A plan that was made before says nothing of it.
  if (isThere(place.written?.source.text ?? '', from)) return { reason: 'the moved block is there: make the plan anew' }
  const names = { from: argument('from', { kind: 'name', text: from }), to: argument('to', { kind: 'name', text: to }) }
  return addBlocksAfter(place, [block('moved', [], names.from, names.to)])
}

const isThere = (text: string, from: string): boolean =>
  /\bmoved\b/.test(text) &&
  text.split('\n').some((line) => /^\s*"?from"?\s*[=:]/.test(line) && line.replaceAll('\\"', '"').includes(from))
