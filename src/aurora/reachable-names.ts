/** What else can be named where a reference stands. */
import type { ModuleInstance } from '../terraform/module-instance.js'

/** `module.kms.key_id` for `module.kms.key_arn`: the outputs of the same call; none of a module that is not at hand. */
export const siblingOutputs = (reference: string, { module }: ModuleInstance): readonly string[] => {
  const [, call, name] = /^(module\.([^.[\]]+)(?:\[[^\]]*\])?)\.[^.[\]]+$/.exec(reference) ?? []
  const called = name === undefined ? undefined : module.calls.get(name)?.module
  if (call === undefined || called?.kind !== 'module') return []
  return [...called.outputs.values()].filter(({ sensitive }) => !sensitive).map((output) => `${call}.${output.name}`)
}
