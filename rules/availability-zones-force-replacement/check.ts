import { namesTooFew } from '../../src/aurora/availability-zones.js'
import type { Cluster } from '../../src/aurora/cluster.js'
import { ignoreChanges } from '../../src/aurora/patches/ignore-changes.js'
import { withoutArgument } from '../../src/aurora/patches/removal.js'
import { fix } from '../../src/edit/index.js'
import type { Fix, Unmended } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'
import type { Expression } from '../../src/terraform/configuration.js'
import { referencesIn } from '../../src/terraform/static-references.js'
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
      fix: patch(cluster, zones),
    }
  }
}

/**
 * Left out, the zones that RDS reports are kept: nothing of a running cluster changes. Zones that come from outside of the module
 * are another list for another cluster, and stay; their changes are ignored.
 */
const patch = (cluster: Cluster, zones: Value): Fix | Unmended => {
  const expression = cluster.argument('availability_zones')?.expression
  const isList = isListOfFew(expression)
  const isHandedIn = zones.passed || (expression && referencesIn(expression).some(({ root }) => root === 'var'))
  if (!isList && isHandedIn)
    return fix(
      'unsafe',
      'have lifecycle ignore changes of availability_zones',
      ignoreChanges(cluster, 'availability_zones'),
    )
  // Anything but a list in place may be longer for another instance, or another values file.
  return fix(isList ? 'safe' : 'unsafe', 'leave availability_zones out', withoutArgument(cluster, 'availability_zones'))
}

/** Written in place; of a plan, a constant. */
const isListOfFew = (expression: Expression | undefined): boolean => {
  if (expression?.kind === 'tuple') return expression.items.length < 3
  return expression?.kind === 'constant' && Array.isArray(expression.value) && expression.value.length < 3
}
