import type { Cluster } from '../../src/aurora/cluster.js'
import { versionObstacle } from '../../src/aurora/eligibility/obstacle.js'
import { type Correction, knownArms } from '../../src/aurora/known-arms.js'
import { correctText } from '../../src/aurora/patches/corrected-text.js'
import { related } from '../../src/aurora/related.js'
import { type Change, fix, together } from '../../src/edit/index.js'
import type { Fix, Unmended } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'
import { known } from '../../src/terraform/values.js'

// Terraform builds the cluster and its instances, and only then asks for the stream that this kind of cluster cannot have.
export const check: Check = function* ({ clusters }) {
  for (const cluster of clusters) {
    if (cluster.isStreamed.verdict !== 'yes') continue // what nobody streams may be of any kind
    for (const { argument, value, severity, what, remedy, through, suggested = [] } of cluster.obstacles) {
      yield {
        on: cluster,
        argument,
        ...(value && { value }),
        ...(severity && { severity }),
        message: `${cluster.address} is streamed, but ${what}`,
        hint: remedy,
        related: [
          ...(through ? [related(through, 'the parameter group')] : []),
          ...cluster.ownStreams.map((stream) => related(stream, 'the stream')),
        ],
        fix: patch(cluster, argument, suggested),
      }
    }
  }
}

/** What the cluster is, or what speaks to it, becomes something else: nothing of that is safe. */
const patch = (cluster: Cluster, argument: string, suggested: readonly Correction[]): Fix | Unmended | undefined => {
  const [first] = suggested
  const change = argument === 'engine' ? changeEngine(cluster, suggested) : correctText(suggested)
  if (!first || !change) return undefined
  // What else keeps the cluster from streaming would be found one by one.
  const isReady = cluster.hasInstance.verdict !== 'no' && cluster.instances.every(({ classObstacle }) => !classObstacle)
  if (!isReady) return { reason: 'it has no instances that could stream' }
  if (cluster.ownStreams.some((stream) => stream.waitsForAny(cluster.instances).verdict === 'no'))
    return { reason: 'its stream does not wait for its instances' }
  if (argument === 'engine_mode' && cluster.blocks('scaling_configuration').all.length > 0)
    return { reason: 'its scaling_configuration is for serverless v1 alone' }
  const title = argument === 'db_cluster_parameter_group_name' ? 'turn Babelfish off' : `write "${first.meant}"`
  return fix('unsafe', title, change)
}

/** With the version and the engine of the instances, where they are written out. */
const changeEngine = (cluster: Cluster, suggested: readonly Correction[]): Change | Unmended | undefined => {
  const engine = correctText(suggested)
  if (!engine) return undefined
  if (cluster.ownStreams.some((stream) => stream.string('mode') === 'sync'))
    return { reason: 'its stream is sync, which none of Aurora MySQL is' }
  const version = versionObstacle(known('aurora-mysql'), cluster.value('engine_version'))
  if (version && !version.suggested) return undefined
  const instances = cluster.instances.flatMap((instance) => {
    const own = instance.value('engine')
    const arms = own?.kind === 'known' ? knownArms(own) : []
    return arms.map((arm) => ({ ...arm, meant: 'aurora-mysql' }))
  })
  return together(engine, ...[version?.suggested, instances].map((all) => correctText(all ?? []) ?? NOTHING))
}

const NOTHING: Change = { edits: [], snippet: '' }
