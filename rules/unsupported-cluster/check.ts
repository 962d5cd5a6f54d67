import { related } from '../../src/aurora/related.js'
import type { Check } from '../../src/rule.js'

// Terraform builds the cluster and its instances, and only then asks for the stream that this kind of cluster cannot have.
export const check: Check = function* ({ clusters }) {
  for (const cluster of clusters) {
    if (cluster.isStreamed.verdict !== 'yes') continue // what nobody streams may be of any kind
    for (const { argument, value, severity, what, remedy, through } of cluster.obstacles) {
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
      }
    }
  }
}
