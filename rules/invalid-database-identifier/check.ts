import type { Cluster } from '../../src/aurora/cluster.js'
import { mayBeRestored, refusedName } from '../../src/aurora/database-identifier.js'
import { display } from '../../src/aurora/display.js'
import { acceptName } from '../../src/aurora/patches/accepted-name.js'
import { fix } from '../../src/edit/index.js'
import type { Fix, Unmended } from '../../src/finding.js'
import type { Check } from '../../src/rule.js'
import type { Value } from '../../src/terraform/value.js'

// The provider does not look at these names: placeholders pass validate and plan, and RDS refuses the cluster.
export const check: Check = function* ({ clusters }) {
  for (const cluster of clusters) {
    if (cluster.isAurora.verdict !== 'yes' || mayBeRestored(cluster)) continue
    for (const argument of ['database_name', 'master_username']) {
      const name = cluster.value(argument)
      const refused = name && refusedName(name)
      if (!refused) continue
      const { text, value } = refused
      yield {
        on: cluster,
        argument,
        value,
        message: `${argument} of ${cluster.address} is ${display(text, value)}, which RDS refuses: it takes letters, digits and underscores`,
        hint: 'write a name of letters, digits and underscores that begins with a letter',
        fix: patch(cluster, argument, name),
      }
    }
  }
}

/** A name is what others connect with: which one it is to be is a choice. */
const patch = (cluster: Cluster, argument: string, name: Value): Fix | Unmended | undefined => {
  const change = acceptName(cluster, argument, name)
  return change && fix('unsafe', `write a ${argument} that RDS takes`, change)
}
