import type { Check } from '../../src/rule.js'

// Terraform hands inputs on unread: what is wrong with them shows only when the apply has built the cluster.
export const check: Check = function* ({ moduleClusters }) {
  for (const cluster of moduleClusters) {
    for (const { argument, value, severity, what, remedy, because = [], fix } of cluster.mistakes) {
      yield {
        on: cluster,
        argument,
        ...(value && { value }),
        ...(severity && { severity }),
        message: what,
        hint: remedy,
        because: [...because, cluster.judgedBy],
        ...(fix && { fix }),
      }
    }
  }
}
