/** A stream for some instances of a cluster, made one for all of them. */
import { fix } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import { resourceAddress } from '../../terraform/address.js'
import { argumentsIn, referencesIn } from '../../terraform/static-references.js'
import type { Cluster } from '../cluster.js'
import type { Stream } from '../stream.js'
import { likenessOf } from './likeness.js'
import { objectionTo, restarts } from './new-stream.js'
import { rewriteArgument } from './own-argument.js'

/** It is repeated like the cluster; the same for each key that it leaves out. */
export const extendedTo = (cluster: Cluster, stream: Stream): Fix | Unmended => {
  const { resource, module, key } = cluster.reference
  const { resource: own } = stream.reference
  const address = resourceAddress(stream.reference)
  const repeated = own.count ?? own.forEach
  const [wanted] = likenessOf(resource, key).meta
  if (!repeated?.written || wanted?.name !== repeated.name || stream.reference.module !== module)
    return { reason: `${address} is repeated otherwise than the cluster` }
  // Which instances it has may well be meant: there is a reason for each that is left out.
  if (referencesIn(repeated.expression).length > 0)
    return { reason: `the ${repeated.name} of ${address} leaves the instance out by what it reads` }
  const others = cluster.ofSameBlock.filter(({ isStreamed }) => isStreamed.verdict !== 'yes')
  const against = objectionTo(others)
  if (against !== undefined) return { reason: against }
  if (readsEachValue(stream)) return { reason: `${address} reads each.value, which is another one in the cluster` }
  const change = rewriteArgument(repeated.written, wanted.value)
  return fix('unsafe', `repeat ${own.address} like the cluster${restarts(others)}`, change)
}

const readsEachValue = ({ reference }: Stream): boolean =>
  [...argumentsIn(reference.resource.content)].some(({ expression }) =>
    referencesIn(expression).some(
      ({ root, steps: [first] }) => root === 'each' && first?.kind === 'attribute' && first.name === 'value',
    ),
  )
