import type { BlockPlace } from '../../edit/index.js'
import type { ModuleCall, Resource } from '../../terraform/configuration.js'

/** The block of a resource or data source. */
export const placeOfResource = ({ mode, type, name, content }: Resource): BlockPlace => ({
  type: mode === 'data' ? 'data' : 'resource',
  labels: [type, name],
  written: content.written,
})

export const placeOfCall = ({ name, content }: ModuleCall): BlockPlace => ({
  type: 'module',
  labels: [name],
  written: content.written,
})

export const placeOf = (block: Resource | ModuleCall): BlockPlace =>
  'address' in block ? placeOfResource(block) : placeOfCall(block)
