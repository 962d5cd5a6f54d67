import { related } from '../../src/aurora/related.js'
import type { Check } from '../../src/rule.js'

// A stream is on for all instances of its cluster: one that cannot stream is enough to have it refused.
export const check: Check = function* ({ clusters }) {
  for (const cluster of clusters) {
    if (cluster.isStreamed.verdict !== 'yes') continue // what nobody streams may run on anything
    if (cluster.obstacles.length > 0) continue // the cluster itself cannot stream, whatever it runs on
    for (const instance of cluster.instances) {
      const obstacle = instance.classObstacle(cluster)
      if (!obstacle) continue
      yield {
        on: instance,
        argument: 'instance_class',
        value: obstacle.value,
        ...(obstacle.kind === 'unlisted' && { severity: 'warning' }),
        message: obstacle.what,
        hint: obstacle.remedy,
        related: [
          related(cluster, 'its cluster'),
          ...cluster.ownStreams.map((stream) => related(stream, 'the stream')),
        ],
      }
    }
  }
}
