import type { Cluster } from '../../src/aurora/cluster.js'
import { type Correction, knownArms } from '../../src/aurora/known-arms.js'
import { correctText } from '../../src/aurora/patches/corrected-text.js'
import { readByOthers } from '../../src/aurora/patches/other-readers.js'
import { related } from '../../src/aurora/related.js'
import { fix, together } from '../../src/edit/index.js'
import type { Fix, Unmended } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'

// RDS creates clusters of these versions, and refuses to start a stream on them.
export const check: Check = function* ({ clusters }) {
  for (const cluster of clusters) {
    if (cluster.isStreamed.verdict !== 'yes') continue // what nobody streams may have any version
    const { versionObstacle: obstacle } = cluster
    if (!obstacle) continue
    const { argument, value, what, remedy, because, suggested } = obstacle
    yield {
      on: cluster,
      argument,
      ...(value && { value }),
      message: `${cluster.address} is streamed, but its ${what}`,
      hint: remedy,
      ...(because && { because }),
      related: cluster.ownStreams.map((stream) => related(stream, 'the stream')),
      fix: suggested && patch(cluster, suggested),
    }
  }
}

/** An upgrade of a cluster that runs, and a choice. Instances that repeat the version go along. */
const patch = (cluster: Cluster, suggested: readonly Correction[]): Fix | Unmended | undefined => {
  const repeated = cluster.instances.flatMap((instance) => {
    const version = instance.value('engine_version')
    const arms = version?.kind === 'known' ? knownArms(version) : []
    return arms.flatMap((arm) =>
      suggested.filter(({ text }) => text === arm.text).map(({ meant }) => ({ ...arm, meant })),
    )
  })
  const change = readByOthers('engine_version', [...suggested, ...repeated]) ?? correctText(suggested)
  const all = repeated.length > 0 && change ? together(change, correctText(repeated) ?? change) : change
  const [first] = suggested
  return (
    all &&
    first &&
    fix('unsafe', `write "${first.meant}" (suggested: the least version with streams that RDS offers)`, all)
  )
}
