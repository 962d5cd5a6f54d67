import { withoutSecond } from '../../src/aurora/patches/second-stream.js'
import { related } from '../../src/aurora/related.js'
import { streamsOfOneCluster } from '../../src/aurora/same-cluster.js'
import type { Check } from '../../src/rule.js'

// A cluster has one activity stream or none: the second of two is refused, and which one is the second differs from apply to apply.
export const check: Check = function* ({ streams, secondStreams }) {
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
          related(first, `the other stream: ${first.address}`),
          ...(cluster ? [related(cluster, `the cluster: ${cluster.address}`)] : []),
        ],
        fix: withoutSecond(stream, first, same, streams),
      }
    }
  }
  // Where one of them is in a known module whose source is not at hand.
  for (const { stream, argument, value, cluster, first, fix } of secondStreams) {
    const name = cluster === first ? `the cluster in ${cluster.address}` : cluster.address
    yield {
      on: stream,
      argument,
      ...(value && { value }),
      message: `${stream.address} points at ${name}, which ${first.address} streams already`,
      hint: `a cluster has one activity stream: keep that of ${first.address} or ${stream.address}`,
      related: [related(first, `the other stream: ${first.address}`)],
      fix,
    }
  }
}
