import type { Correction } from '../../src/aurora/known-arms.js'
import { correctText } from '../../src/aurora/patches/corrected-text.js'
import { readByOthers } from '../../src/aurora/patches/other-readers.js'
import { related } from '../../src/aurora/related.js'
import { fix } from '../../src/edit/index.js'
import type { Fix, Unmended } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'

// A stream is on for all instances of its cluster: one that cannot stream is enough to have it refused.
export const check: Check = function* ({ instances }) {
  for (const instance of instances) {
    const clusters = instance.certainClusters
    if (!clusters.every(({ isStreamed }) => isStreamed.verdict === 'yes')) continue // what nobody streams may run on anything
    if (clusters.some(({ obstacles }) => obstacles.length > 0)) continue // the cluster itself cannot stream
    const { classObstacle: obstacle } = instance
    if (!obstacle) continue
    yield {
      on: instance,
      argument: 'instance_class',
      value: obstacle.value,
      ...(obstacle.kind === 'unlisted' && { severity: 'warning' }),
      message: obstacle.what,
      hint: obstacle.remedy,
      related: clusters
        .slice(0, 1)
        .flatMap((cluster) => [
          related(cluster, 'its cluster'),
          ...cluster.ownStreams.map((stream) => related(stream, 'the stream')),
        ]),
      fix: obstacle.suggested && patch(obstacle.suggested),
    }
  }
}

/** An instance that runs is modified, costs something else, and another class would do as well. */
const patch = (suggested: readonly Correction[]): Fix | Unmended | undefined => {
  const change = readByOthers('instance_class', suggested) ?? correctText(suggested)
  const [first] = suggested
  return (
    change &&
    first &&
    fix(
      'unsafe',
      `write "${first.meant}" (suggested: the least of its kind that can stream and is not smaller)`,
      change,
    )
  )
}
