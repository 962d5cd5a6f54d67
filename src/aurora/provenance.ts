import { within } from '../terraform/address.js'
import type { Origin } from '../terraform/reference.js'
import type { Value } from '../terraform/value.js'
import { resolve, symbolicName } from '../terraform/values.js'

/** Where a value was handed on from, to stand behind it: `, the default of var.engine`; empty where it was written in place. */
export const provenance = (value: Value): string => {
  const { origin } = resolve(value)
  const from = origin && describe(origin)
  if (from !== undefined) return `, ${from}`
  return value.kind === 'symbolic' ? `, from ${symbolicName(value)}` : ''
}

const describe = ({ holder, module, place }: Origin): string | undefined => {
  switch (holder.owner) {
    case 'variable': {
      const { variables } = module.module
      const variable = [...variables.values()].find((one) => one.default === holder) ?? variables.get(holder.name)
      return variable && `the default of ${within(module, `var.${variable.name}`)}`
    }
    case 'call': {
      const calls = [...module.module.calls.values()]
      const call = calls.find(({ content }) => content.arguments.get(holder.name) === holder)
      return call && `given to ${within(module, `module.${call.name}`)}`
    }
    case 'local':
      return `from ${within(module, `local.${holder.name}`)}`
    case 'values-file':
      return place && `from ${place.source.path}`
    case 'outside':
      return `the value of var.${holder.name}`
    case 'output':
    case 'provider':
    case 'resource':
      return undefined
    default:
      return holder.owner satisfies never
  }
}
