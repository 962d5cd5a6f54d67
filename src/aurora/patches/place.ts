import type { BlockPlace } from '../../edit/index.js'
import type { ModuleCall, Resource } from '../../terraform/configuration.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'

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

/** Equal for what is written in one block: its instances, and the same in a module that is called again. */
export const identityOfBlock = (module: ModuleInstance, block: Resource | ModuleCall): string => {
  const { written } = block.content
  return written
    ? `${written.source.path}:${written.block.span.start}`
    : [...module.path, 'address' in block ? block.address : block.name].join('/')
}
