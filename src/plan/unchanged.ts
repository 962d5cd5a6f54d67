import type { PlannedInstance } from './document.js'
import type { ExistingInstance } from './state-values.js'

/** An instance that is there and stays as it is. */
export const unchanged = (instance: ExistingInstance): PlannedInstance => ({
  address: instance.address,
  moduleAddress: instance.moduleAddress,
  mode: 'managed',
  type: instance.type,
  name: instance.name,
  index: instance.index,
  deposed: instance.deposed,
  actions: ['no-op'],
  before: instance.values,
  after: instance.values,
  afterUnknown: {},
  afterSensitive: instance.sensitiveValues,
  beforeSensitive: instance.sensitiveValues,
  replacePaths: [],
  actionReason: undefined,
  previousAddress: undefined,
  providerName: instance.providerName,
})
