import type { Check } from '../../src/rule.js'

// A stream starts only on a cluster with an available instance. Terraform creates the two in parallel unless the graph
// orders them, so the first apply fails and a retry "fixes" it.
export const check: Check = function* ({ orders }) {
  for (const order of orders) {
    const { stream, cluster, waits } = order
    if (waits.verdict === 'yes') continue
    const can = waits.verdict === 'no' ? 'can' : 'may'
    yield {
      on: stream,
      verdict: waits,
      message: `${stream.address} ${can} start before any instance of ${cluster} exists`,
      hint: order.remedy,
      related: order.related,
      fix: order.fix,
    }
  }
}
