import { addArgument, addBlock, argument, block, type Change, extendNames, names } from '../../edit/index.js'
import type { Unmended } from '../../finding.js'
import type { ResourceInstance } from '../resource-instance.js'
import { placeOfResource } from './block-place.js'

/** Has `lifecycle` ignore changes of an argument, beside what it ignores already. */
export const ignoreChanges = ({ reference }: ResourceInstance, name: string): Change | Unmended => {
  const place = placeOfResource(reference.resource)
  const source = place.written?.source
  const lifecycle = place.written?.block.body.blocks.find(({ type }) => type === 'lifecycle')
  const ignored = argument('ignore_changes', names(name))
  if (!source || !lifecycle) return addBlock(place, block('lifecycle', [], ignored))
  const within = { type: 'lifecycle', labels: [], written: { source, block: lifecycle } }
  const list = lifecycle.body.attributes.get('ignore_changes')
  return list ? extendNames(within, list, [name]) : addArgument(within, ignored)
}
