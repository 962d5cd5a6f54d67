import { misnamedInputOf, misnamedKeyOf } from '../../src/aurora/keys/misnamed-key.js'
import { bareKeyFix } from '../../src/aurora/known-modules/bare-key.js'
import { pathOf } from '../../src/aurora/known-modules/table.js'
import type { Check } from '../../src/rule.js'

// RDS reports the bare key ID and the argument is ForceNew: anything else differs from it at every later plan.
export const check: Check = function* ({ streams, moduleClusters }) {
  for (const stream of streams) {
    const ignored = stream.ignoresChangesOf('kms_key_id')
    if (ignored.verdict === 'yes') continue // right for a key in another account, which needs its ARN
    const key = stream.hasAwsManagedKey ? undefined : misnamedKeyOf(stream, streams) // for one of AWS, another rule asks for another key
    if (!key) continue
    yield {
      on: stream,
      argument: 'kms_key_id',
      value: key.value,
      message: `kms_key_id of ${stream.address} is ${key.what}: every later plan replaces the stream`,
      hint: key.remedy,
      because: ignored.because,
      fix: key.fix,
    }
  }
  for (const cluster of moduleClusters) {
    const key = cluster.hasAwsManagedKey ? undefined : misnamedInputOf(cluster)
    const input = cluster.streamInputs?.kmsKeyId
    if (!key || !input) continue
    const argument = pathOf(input)
    yield {
      on: cluster,
      argument,
      value: key.value,
      message: `${argument} of ${cluster.address} is ${key.what}: every later plan replaces the stream`,
      hint: key.remedy,
      because: [cluster.judgedBy],
      fix: bareKeyFix(cluster),
    }
  }
}
