/** A stream beside a cluster that points at none, or at one of nearly the same name, made the cluster's own. */
import { expression, fix, isUnmended, together } from '../../edit/index.js'
import type { Fix, Unmended } from '../../finding.js'
import type { Cluster } from '../cluster.js'
import { modesOf } from '../eligibility/stream-mode.js'
import { knownArms } from '../known-arms.js'
import { providerConfiguration } from '../places/provider.js'
import type { Stream } from '../stream.js'
import { clustersIn } from './home.js'
import { objectionTo, restarts } from './new-stream.js'
import { rewriteArgument } from './own-argument.js'
import { awaiting } from './turned-on.js'

export const redirected = (cluster: Cluster, stream: Stream): Fix | Unmended => {
  const { module, resource, key } = cluster.reference
  const { address } = stream
  const isOnly = clustersIn(module) === 1 && key.kind === 'none' && stream.reference.key.kind === 'none'
  if (!isOnly) return { reason: `which cluster ${address} is meant for, nobody can say` }
  const against = objectionTo(cluster.ofSameBlock)
  if (against !== undefined) return { reason: against }
  if (providerConfiguration(cluster) !== providerConfiguration(stream))
    return { reason: `${address} is managed elsewhere` }
  const [mode] = knownArms(stream.value('mode'))
  if (mode && !modesOf(cluster.value('engine')).includes(mode.text))
    return { reason: `${address} has a mode that the cluster cannot have` }
  const written = stream.argument('resource_arn')?.written
  if (!written) return { reason: `what ${address} points at is not written in a file` }
  const waiting = awaiting(cluster, stream)
  if (waiting && isUnmended(waiting)) return waiting
  const arn = `${resource.address}.arn`
  const change = together(rewriteArgument(written, expression(arn)), ...(waiting ? [waiting] : []))
  return fix('unsafe', `let ${address} point at ${arn}${restarts([cluster])}`, change)
}
