/** What an argument is written for, as far as something else can wait for it. */
import type { Argument, Module, ModuleCall, Resource } from './configuration.js'
import { argumentsIn } from './static-references.js'

export type Receiver =
  | { readonly kind: 'resource'; readonly of: Resource }
  | { readonly kind: 'input'; readonly call: ModuleCall; readonly name: string }
  | { readonly kind: 'local' | 'output'; readonly name: string }

/** Of an argument of the module; `undefined` of what takes no references. */
export const receiverOf = (
  { resources, calls, outputs }: Module,
  holder: Pick<Argument, 'owner' | 'name'>,
): Receiver | undefined => {
  switch (holder.owner) {
    case 'resource': {
      const all = [...resources.keys()].flatMap((address) => resources.get(address) ?? [])
      const of = all.find(({ content }) => [...argumentsIn(content)].some((argument) => argument === holder))
      return of && { kind: 'resource', of }
    }
    case 'call': {
      const call = [...calls.values()].find(({ content }) => content.arguments.get(holder.name) === holder)
      return call && { kind: 'input', call, name: holder.name }
    }
    case 'local':
      return { kind: 'local', name: holder.name }
    case 'output': {
      const output = [...outputs.values()].find(({ value }) => value === holder)
      return output && { kind: 'output', name: output.name }
    }
    case 'variable':
    case 'provider':
    case 'values-file':
    case 'outside':
      return undefined
    default:
      return holder.owner satisfies never
  }
}

/** As Terraform calls it: `module.db` for what one of its calls is given. */
export const receiverName = (receiver: Receiver): string => {
  switch (receiver.kind) {
    case 'resource':
      return receiver.of.address
    case 'input':
      return `module.${receiver.call.name}`
    case 'local':
    case 'output':
      return `${receiver.kind}.${receiver.name}`
    default:
      return receiver satisfies never
  }
}
