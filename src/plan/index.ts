export * from './document.js'
export { openPlan, type PlanOptions } from './open-plan.js'
export { type Readable, type Recognition, recognise, type Unplanned } from './recognise.js'
export type { Wanted } from './resource-entry.js'
