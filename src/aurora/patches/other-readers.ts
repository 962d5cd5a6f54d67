/** What a text is written for beside Aurora: an instance class or a version that is right for a cluster need not be right for it. */
import type { Unmended } from '../../finding.js'
import type { Module } from '../../terraform/configuration.js'
import { type Referrer, referrersTo } from '../../terraform/module-references.js'
import type { Origin } from '../../terraform/reference.js'
import { resolve } from '../../terraform/values.js'
import type { Correction } from '../known-arms.js'

/** A variable or a local value. */
interface Named {
  readonly module: Module
  readonly root: 'var' | 'local'
  readonly name: string
}

/** Why none of the texts is to be changed where it is written: another kind of resource has it as the same argument. */
export const readByOthers = (argument: string, corrections: readonly Correction[]): Unmended | undefined => {
  for (const { value } of corrections) {
    const origin = value.origin ?? resolve(value).origin
    const named = origin && namedBy(origin)
    const other = named && otherReader(named, argument, new Set())
    if (other !== undefined) return { reason: `${named?.root}.${named?.name} is the ${argument} of ${other}, too` }
  }
  return undefined
}

/** What holds the text, by the name that it is read by. */
const namedBy = ({ holder, module: { module } }: Origin): Named | undefined => {
  const { variables, calls } = module
  switch (holder.owner) {
    case 'local':
      return { module, root: 'local', name: holder.name }
    case 'variable':
    case 'values-file': {
      const variable = [...variables.values()].find((one) => one.default === holder) ?? variables.get(holder.name)
      return variable && { module, root: 'var', name: variable.name }
    }
    case 'call': {
      const call = [...calls.values()].find(({ content }) => content.arguments.get(holder.name) === holder)
      return call?.module.kind === 'module' ? { module: call.module, root: 'var', name: holder.name } : undefined
    }
    case 'resource':
    case 'output':
    case 'provider':
    case 'outside':
      return undefined
    default:
      return holder.owner satisfies never
  }
}

/** `aws_db_instance.main`, or a module that is not at hand. */
const otherReader = ({ module, root, name }: Named, argument: string, seen: Set<string>): string | undefined => {
  const place = `${module.directory} ${root}.${name}`
  if (seen.has(place)) return undefined
  seen.add(place)
  for (const referrer of referrersTo(module, root, name)) {
    const other = behind(referrer, module, argument, seen)
    if (other !== undefined) return other
  }
  return undefined
}

const behind = (referrer: Referrer, module: Module, argument: string, seen: Set<string>): string | undefined => {
  switch (referrer.kind) {
    case 'resource':
      return isGiven(referrer, argument) && !OF_AURORA.has(referrer.of.type) ? referrer.of.address : undefined
    case 'local':
      return otherReader({ module, root: 'local', name: referrer.of.name }, argument, seen)
    case 'call': {
      const { module: called, name } = referrer.of
      if (called.kind === 'absent') return isGiven(referrer, argument) ? `module.${name}` : undefined
      if (!isRepetition(referrer))
        return otherReader({ module: called, root: 'var', name: referrer.argument.name }, argument, seen)
      const handed = [...referrer.of.content.arguments.keys()]
      return handed
        .map((input) => otherReader({ module: called, root: 'var', name: input }, argument, seen))
        .find(Boolean)
    }
    case 'output':
    case 'provider':
      return undefined
    default:
      return referrer satisfies never
  }
}

/** As the very argument, or perhaps by what the block is repeated by. */
const isGiven = (referrer: Referrer & { readonly kind: 'resource' | 'call' }, argument: string): boolean =>
  referrer.argument.name === argument || (isRepetition(referrer) && referrer.of.content.arguments.has(argument))

const isRepetition = ({ argument: { name } }: Referrer): boolean => name === 'count' || name === 'for_each'

const OF_AURORA: ReadonlySet<string> = new Set([
  'aws_rds_cluster',
  'aws_rds_cluster_instance',
  'aws_rds_global_cluster',
])
