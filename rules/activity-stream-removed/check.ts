import { moveStream } from '../../src/aurora/patches/moved-stream.js'
import type { RemovedStream } from '../../src/aurora/planned-streams.js'
import { related } from '../../src/aurora/related.js'
import { fix } from '../../src/edit/index.js'
import type { Fix, Unmended } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'

// Deleting the resource stops the stream, and AWS deletes its Kinesis stream at once, read or not.
export const check: Check = function* ({ removedStreams }) {
  for (const stream of removedStreams) {
    const { cluster, change } = stream
    const why = REASONS.get(change.reason ?? '')
    yield {
      on: stream,
      message: `${stream.address} is deleted while ${cluster.address} stays: its records that nobody has read are lost`,
      hint: hint(stream),
      because: why === undefined ? [] : [why],
      related: stream.header === cluster.header ? [] : [related(cluster, 'the cluster')],
      fix: patch(stream),
    }
  }
}

/** Which stream it is, and how it runs, stays as it is; another mode or key replaces it under its new address. */
const patch = ({ address, successor, move }: RemovedStream): Fix | Unmended | undefined =>
  move && fix(move.isSame ? 'safe' : 'unsafe', `move ${address} to ${successor}`, moveStream(move))

const hint = ({ address, cluster, successor }: RemovedStream): string =>
  successor === undefined
    ? `keep the stream; to let it run on without Terraform, write a removed block with destroy = false; to end the auditing of ${cluster.address}, read its Kinesis stream to the end first`
    : `add a moved block from ${address} to ${successor}: it is the same stream under another address, and runs on`

/** Source: the values of action_reason in a plan's JSON. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['delete_because_no_resource_config', 'its block is in the configuration no more'],
  ['delete_because_no_module', 'the module that holds it is called no more'],
  ['delete_because_wrong_repetition', 'count or for_each was added to its block, or taken away'],
  ['delete_because_count_index', 'count has become smaller than its index'],
  ['delete_because_each_key', 'for_each has its key no more'],
  ['delete_because_no_move_target', 'a moved block leads to an address that is in the configuration no more'],
])
