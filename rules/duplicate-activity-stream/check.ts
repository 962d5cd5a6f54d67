import { streamsOfOneCluster } from '../../src/aurora/same-cluster.js'
import type { Subject } from '../../src/aurora/subject.js'
import type { Related } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'

// A cluster has one activity stream or none: the second of two is refused, and which one is the second differs from apply to apply.
export const check: Check = function* ({ streams }) {
  for (const { cluster, streams: same } of streamsOfOneCluster(streams)) {
    const [first, ...others] = same
    for (const stream of others) {
      const [reference] = stream.references
      yield {
        on: stream,
        argument: 'resource_arn',
        ...(reference && { value: reference.value }),
        message: `${stream.address} points at ${cluster?.address ?? 'a cluster'}, which ${first.address} streams already`,
        hint: `a cluster has one activity stream: keep ${first.address} or ${stream.address}`,
        related: [
          seen(first, `the other stream: ${first.address}`),
          ...(cluster ? [seen(cluster, `the cluster: ${cluster.address}`)] : []),
        ],
      }
    }
  }
}

const seen = ({ address, header }: Subject, message: string): Related => ({
  address,
  message,
  ...(header && { location: header }),
})
