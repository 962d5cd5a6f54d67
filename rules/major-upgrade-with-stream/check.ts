import type { Cluster } from '../../src/aurora/cluster.js'
import { related } from '../../src/aurora/related.js'
import type { Check } from '../../src/rule.js'

// RDS upgrades an Aurora PostgreSQL cluster to another major version only while no stream runs on it.
export const check: Check = function* ({ clusters, streams }) {
  for (const cluster of clusters) {
    if (!isMajorUpgrade(cluster)) continue
    const change = cluster.streamsBefore.find(({ stays }) => stays)
    if (!change) continue
    const stream = streams.find(({ address }) => address === change.address)
    const value = cluster.value('engine_version')
    yield {
      on: cluster,
      argument: 'engine_version',
      ...(value && { value }),
      message: `${cluster.address} changes its major version ${cluster.change?.difference('engine_version')} while ${change.address} runs on it`,
      hint: `read the Kinesis stream to its end, remove ${change.address} in an apply of its own, upgrade, and create it again`,
      related: [related({ address: change.address, header: stream?.header }, 'the stream')],
    }
  }
}

const isMajorUpgrade = ({ change }: Cluster): boolean => {
  if (change?.effect !== 'update' || change.before('engine') !== 'aurora-postgresql') return false
  const before = majorOf(change.before('engine_version'))
  const after = majorOf(change.after('engine_version'))
  return before !== undefined && after !== undefined && before !== after
}

/** `16` of 16.4; before version 10 the second number belongs to it. */
const majorOf = (version: string | undefined): string | undefined => /^(?:9\.\d+|[1-9]\d+)/.exec(version ?? '')?.[0]
