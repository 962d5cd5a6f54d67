/** Names of new resources. */
import type { ModuleInstance } from '../../terraform/module-instance.js'

/** The name, or with a number behind it, that no resource of these types has in the module. */
export const freeName = ({ module }: ModuleInstance, types: readonly string[], name: string): string => {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : nameLike(name, String(number))
    // Another cluster's own name is left to what is new for that one.
    const isAnothers = number > 1 && module.resources.get(`aws_rds_cluster.${tried}`) !== undefined
    if (!isAnothers && types.every((type) => !module.resources.get(`${type}.${tried}`))) return tried
  }
}

/** A longer name, its words apart in the way that the name has them: `orders_activity_stream`, `orders-db-activity-stream`. */
export const nameLike = (name: string, ...words: readonly string[]): string =>
  [name, ...words].join(name.includes('-') && !name.includes('_') ? '-' : '_')
