import { namesTooFew } from '../../src/aurora/availability-zones.js'
import type { Cluster } from '../../src/aurora/cluster.js'
import { removeAttribute } from '../../src/aurora/patch.js'
import type { Fix } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'
import type { Value } from '../../src/terraform/value.js'

// RDS assigns three zones and reports them, and the argument is ForceNew: fewer differ from what is reported at every later plan.
export const check: Check = function* ({ clusters }) {
  for (const cluster of clusters) {
    const zones = cluster.value('availability_zones')
    if (!zones || cluster.isAurora.verdict !== 'yes' || !namesTooFew(cluster)) continue
    const ignored = cluster.ignoresChangesOf('availability_zones')
    if (ignored.verdict === 'yes') continue
    yield {
      on: cluster,
      argument: 'availability_zones',
      value: zones,
      message: `availability_zones of ${cluster.address} names fewer than three zones: the next plan replaces the cluster`,
      hint: 'leave availability_zones out, and RDS chooses three zones; or let lifecycle ignore its changes',
      because: ignored.because,
      fix: fix(cluster, zones),
    }
  }
}

/** Left out, the zones that RDS reports are kept: nothing of a running cluster changes. */
const fix = (cluster: Cluster, zones: Value): Fix | undefined => {
  const edit = zones.passed ? undefined : removeAttribute(cluster, 'availability_zones')
  const expression = cluster.argument('availability_zones')?.expression
  if (!edit) return undefined
  // Anything but a list in place may be longer for another instance, or another values file.
  const isSafe = expression?.kind === 'tuple' && expression.items.length < 3
  return { safety: isSafe ? 'safe' : 'unsafe', title: 'leave availability_zones out', edits: [edit] }
}
