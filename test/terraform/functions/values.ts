/** Values that are not known, as the tests of the functions need them. */

import type { Module, Resource } from '../../../src/terraform/configuration.js'
import { known, repeated, unknown } from '../../../src/terraform/construct.js'
import { callFunction, type FunctionContext } from '../../../src/terraform/functions/index.js'
import { rootInstance } from '../../../src/terraform/module-instance.js'
import type { InstanceKey } from '../../../src/terraform/reference.js'
import type { Repeated, Symbolic, Unknown, Value } from '../../../src/terraform/value.js'

const module: Module = {
  kind: 'module',
  directory: '.',
  variables: new Map(),
  locals: new Map(),
  outputs: new Map(),
  resources: { get: () => undefined, keys: () => [] },
  calls: new Map(),
  providers: [],
  requiredProviders: new Map(),
  formerAddresses: new Set(),
}

const instance = rootInstance(module)

const resource = (type: string, name: string): Resource => ({
  mode: 'managed',
  type,
  name,
  address: `${type}.${name}`,
  content: { arguments: new Map(), blocks: [] },
  dependsOn: [],
})

/** `aws_rds_cluster.<name>.<path>`, known only after apply unless `value` says more. */
export const cluster = (
  name: string,
  path: readonly (string | number)[] = ['arn'],
  value?: Value,
  key: InstanceKey = { kind: 'none' },
): Symbolic => ({
  kind: 'symbolic',
  of: { resource: resource('aws_rds_cluster', name), module: instance, key },
  path,
  ...(value === undefined ? {} : { value }),
})

export const variable = (name: string): Unknown => unknown(`var.${name} has no value`, `var.${name}`)

/** The instances of a resource with an unknown `for_each` or `count`. */
export const instances = (
  element: Value,
  keys = 'for_each of var.clusters',
  type: Repeated['type'] = 'map',
): Repeated => repeated(type, element, keys, ['var.clusters has no value'])

export const call = (name: string, ...args: readonly (Value | string | number | boolean | null)[]): Value =>
  callFunction(name, args.map(toValue), context)

export const toValue = (arg: Value | string | number | boolean | null): Value =>
  typeof arg === 'object' && arg !== null ? arg : known(arg)

export const context: FunctionContext = {}
