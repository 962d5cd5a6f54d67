import type { Step } from '../hcl/syntax.js'
import type { Module } from './configuration.js'
import type { Evaluator } from './evaluator.js'
import { evaluate } from './expressions.js'
import type { Scope } from './scope.js'
import type { Value } from './value.js'
import { failure, known, unknown } from './values.js'

/** A name with the steps that belong to it: `var.x`, `module.db["a"].arn`, `data.aws_kms_key.main`. */
export interface ResolvedName {
  readonly value: Value
  /** How many of the steps the name has used up. */
  readonly used: number
}

export const resolveName = (evaluator: Evaluator, root: string, steps: readonly Step[], scope: Scope): ResolvedName => {
  const bound = scope.bound?.get(root)
  if (bound) return { value: bound, used: 0 }
  const first = attributeName(steps[0])
  switch (root) {
    case 'var':
      return one(first, (name) => evaluator.variable(scope.module, name))
    case 'local':
      return one(first, (name) => evaluator.local(scope.module, name))
    case 'module':
      return moduleName(evaluator, steps, scope)
    case 'each':
    case 'count':
      return one(first, (name) => repetitionValue(scope, root, name))
    case 'path':
      return one(first, (name) => pathValue(evaluator, scope, name))
    case 'terraform':
    case 'tofu':
      return one(first, (name) =>
        name === 'workspace' ? evaluator.workspace : unknown(`terraform.${name} is not evaluated`),
      )
    case 'self':
      return { value: unknown('self is known only after apply'), used: 0 }
    case 'ephemeral':
      return { value: unknown('an ephemeral resource is opened only during apply'), used: steps.length }
    case 'data':
      return resourceName(evaluator, `data.${first}`, attributeName(steps[1]), 2, scope)
    case 'resource':
      return resourceName(evaluator, first, attributeName(steps[1]), 2, scope)
    default:
      return resourceName(evaluator, root, first, 1, scope)
  }
}

const attributeName = (step: Step | undefined): string | undefined =>
  step?.kind === 'attribute' ? step.name : undefined

const one = (name: string | undefined, value: (name: string) => Value): ResolvedName =>
  name === undefined ? { value: failure('a name is missing'), used: 0 } : { value: value(name), used: 1 }

const resourceName = (
  evaluator: Evaluator,
  type: string | undefined,
  name: string | undefined,
  used: number,
  scope: Scope,
): ResolvedName => {
  if (type === undefined || name === undefined)
    return { value: failure(`${type ?? 'a name'} is not declared`), used: 0 }
  return { value: evaluator.resource(scope.module, `${type}.${name}`), used }
}

const moduleName = (evaluator: Evaluator, steps: readonly Step[], scope: Scope): ResolvedName => {
  const name = attributeName(steps[0])
  if (name === undefined) return { value: failure('a module name is missing'), used: 0 }
  const [, second, third] = steps
  // An output of one instance is evaluated alone: evaluating all of them would find cycles where there are none.
  const output = attributeName(second)
  if (output !== undefined && !evaluator.isRepeatedCall(scope.module, name)) {
    return { value: evaluator.moduleOutput(scope.module, name, undefined, output), used: 2 }
  }
  const keyedOutput = attributeName(third)
  if (second?.kind === 'index' && keyedOutput !== undefined) {
    const key = evaluate(evaluator, second.key, scope)
    return { value: evaluator.moduleOutput(scope.module, name, key, keyedOutput), used: 3 }
  }
  return { value: evaluator.moduleObject(scope.module, name), used: 1 }
}

const repetitionValue = (scope: Scope, root: 'each' | 'count', name: string): Value => {
  const { repetition } = scope
  if (!repetition || (root === 'count') !== (repetition.keying === 'count')) {
    return failure(`${root}.${name} is used outside of ${root === 'count' ? 'count' : 'for_each'}`)
  }
  return name === 'value' ? repetition.eachValue : repetition.keyValue
}

const pathValue = (evaluator: Evaluator, scope: Scope, name: string): Value => {
  switch (name) {
    case 'module':
      return pathBetween(evaluator.root.module, scope.module.module)
    case 'root':
      return known('.')
    default:
      return unknown(`path.${name} is not evaluated`)
  }
}

/** As Terraform says it, which runs in the root module's directory. */
const pathBetween = ({ directory: root }: Module, { directory }: Module): Value => {
  if (directory.startsWith('/') && !root.startsWith('/')) return known(directory)
  const from = segments(root)
  const to = segments(directory)
  const differing = from.findIndex((segment, index) => segment !== to[index])
  const up = differing === -1 ? [] : from.slice(differing)
  // The directory that such a step leaves has no name here.
  if (up.includes('..')) return unknown(`the way from ${root} to ${directory} is not known`)
  return known([...up.map(() => '..'), ...to.slice(from.length - up.length)].join('/') || '.')
}

const segments = (directory: string): readonly string[] =>
  directory.split('/').filter((segment) => segment !== '' && segment !== '.')
