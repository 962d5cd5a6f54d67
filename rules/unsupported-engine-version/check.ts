import { related } from '../../src/aurora/related.js'
import type { Check } from '../../src/rule.js'

// RDS creates clusters of these versions, and refuses to start a stream on them.
export const check: Check = function* ({ clusters }) {
  for (const cluster of clusters) {
    if (cluster.isStreamed.verdict !== 'yes') continue // what nobody streams may have any version
    const { versionObstacle: obstacle } = cluster
    if (!obstacle) continue
    const { argument, value, what, remedy, because } = obstacle
    yield {
      on: cluster,
      argument,
      ...(value && { value }),
      message: `${cluster.address} is streamed, but its ${what}`,
      hint: remedy,
      ...(because && { because }),
      related: cluster.ownStreams.map((stream) => related(stream, 'the stream')),
    }
  }
}
