/** Names of new resources. */
import type { Module } from '../../terraform/configuration.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'

/** The name, or with a number behind it, that no resource of these types has in the module, or had. */
export const freeName = ({ module }: ModuleInstance, types: readonly string[], name: string): string => {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : nameLike(name, String(number))
    // Another cluster's own name is left to what is new for that one.
    const isAnothers = number > 1 && module.resources.get(`aws_rds_cluster.${tried}`) !== undefined
    if (!isAnothers && types.every((type) => isFree(module, `${type}.${tried}`))) return tried
  }
}

const isFree = ({ resources, formerAddresses }: Module, address: string): boolean =>
  !formerAddresses.has(address) && resources.get(address) === undefined

/** A longer name, its words apart in the way that the name has them: `orders_activity_stream`, `orders-db-activity-stream`. */
export const nameLike = (name: string, ...words: readonly string[]): string =>
  [name, ...words].join(name.includes('-') && !name.includes('_') ? '-' : '_')
