/** What else can be named where a reference stands. */
import type { ModuleInstance } from '../terraform/module-instance.js'
import { parseTypeConstraint, type TypeConstraint } from '../terraform/type-constraint.js'

/** `module.kms.key_id` for `module.kms.key_arn`: the outputs of the same call; none of a module that is not at hand. */
export const siblingOutputs = (reference: string, { module }: ModuleInstance): readonly string[] => {
  const [, call, name] = /^(module\.([^.[\]]+)(?:\[[^\]]*\])?)\.[^.[\]]+$/.exec(reference) ?? []
  const called = name === undefined ? undefined : module.calls.get(name)?.module
  if (call === undefined || called?.kind !== 'module') return []
  return [...called.outputs.values()].filter(({ sensitive }) => !sensitive).map((output) => `${call}.${output.name}`)
}

/** Whether a variable's type drops the attribute: of `object({ arn = string })` nobody can read `key_id`. */
export const isLeftOutOfType = ({ module }: ModuleInstance, reference: string): boolean => {
  const [, name, path] = /^var\.([^.[\]]+)(.*)$/s.exec(reference) ?? []
  const variable = name === undefined ? undefined : module.variables.get(name)
  if (!variable?.type || path === undefined) return false
  let type: TypeConstraint = parseTypeConstraint(variable.type)
  for (const [, attribute] of path.matchAll(/\.([^.[\]]+)|\[[^\]]*\]/g)) {
    if (type.kind === 'object' && attribute !== undefined) {
      const known = type.attributes.get(attribute)
      if (!known) return true
      type = known.type
    } else if (type.kind === 'map' || type.kind === 'list') type = type.element
    else return false
  }
  return false
}
