/** How a new block is repeated and managed: like the one that it is for. */
import {
  argument,
  block,
  constant,
  expression,
  gap,
  type NewArgument,
  type NewBlock,
  type NewValue,
} from '../../edit/index.js'
import type { Argument, Expression, ModuleCall, Resource } from '../../terraform/configuration.js'
import type { InstanceKey } from '../../terraform/reference.js'

type Body = NewBlock['body']

/** What new blocks take over from another one. */
export interface Likeness {
  /** `count` or `for_each`, and `provider`: what a block begins with. */
  readonly meta: readonly NewArgument[]
  /** Behind the name of what is repeated alike: `[count.index]`, `[each.key]`, or nothing. */
  readonly suffix: string
  /** `region`, which provider 6 takes in each resource. */
  readonly region: readonly NewArgument[]
  /** `lifecycle { enabled = … }`, which OpenTofu takes in the place of `count`. */
  readonly lifecycle: readonly NewBlock[]
}

/** The key of each of them, behind a text that is to differ from one to the other: `-${each.key}`, or nothing. */
export const keyInText = ({ suffix }: Pick<Likeness, 'suffix'>): string =>
  suffix === '' ? '' : `-\${${suffix.slice(1, -1)}}`

/** One, managed by the default provider. */
export const UNLIKE: Likeness = { meta: [], suffix: '', region: [], lifecycle: [] }

/** A resource that is repeated and managed alike. */
export const blockLike = ({ meta, region, lifecycle }: Likeness, labels: readonly string[], ...body: Body): NewBlock =>
  block('resource', labels, ...meta, ...(meta.length > 0 ? [gap] : []), ...region, ...body, ...lifecycle)

/** Of a resource, for what stands beside it. */
export const likenessOf = (resource: Resource, key: InstanceKey): Likeness => {
  const enabled = resource.lifecycle?.content.arguments.get('enabled')
  const region = resource.content.arguments.get('region')
  return {
    ...repetitionLike(resource, resource.address, key),
    meta: [...repetitionLike(resource, resource.address, key).meta, ...providerLike(resource.provider)],
    region: region ? [argument('region', copied(region))] : [],
    lifecycle: enabled ? [block('lifecycle', [], argument('enabled', copied(enabled)))] : [],
  }
}

export const providerLike = (provider: string | undefined): readonly NewArgument[] => {
  // A plan's JSON says of a provider which module declares it.
  const name = provider?.slice(provider.lastIndexOf(':') + 1)
  return name === undefined || name === 'aws' ? [] : [argument('provider', { kind: 'name', text: name })]
}

/** `name` is what there are several of: `aws_rds_cluster.main`, `module.db`. */
export const repetitionLike = (
  { count, forEach }: Resource | ModuleCall,
  name: string,
  key: InstanceKey,
): Pick<Likeness, 'meta' | 'suffix'> => {
  switch (keyingOf(count, forEach, key)) {
    case 'count': {
      const number = isShort(count) ? copied(count) : expression(`length(${name})`)
      return { meta: [argument('count', number)], suffix: '[count.index]' }
    }
    case 'for_each': {
      // What is spelled out over several lines is better not said twice.
      const keys = isShort(forEach) ? copied(forEach) : expression(name)
      return { meta: [argument('for_each', keys)], suffix: '[each.key]' }
    }
    default:
      return { meta: [], suffix: '' }
  }
}

/** A plan's JSON leaves a constant `count` or `for_each` out: the keys tell. */
const keyingOf = (count: unknown, forEach: unknown, key: InstanceKey): 'count' | 'for_each' | undefined => {
  if (count !== undefined) return 'count'
  if (forEach !== undefined) return 'for_each'
  if (key.kind !== 'known') return undefined
  return typeof key.value === 'number' ? 'count' : 'for_each'
}

const isShort = (written: Argument | undefined): written is Argument => {
  const place = written?.written
  return place !== undefined && !place.source.slice(place.expressionSpan).includes('\n')
}

const copied = ({ name, expression: value, written }: Argument): NewValue => {
  if (written) return { kind: 'copy', source: written.source, span: written.expressionSpan }
  if (value.kind === 'constant') return constant(constantOf(value.value))
  // All that a plan's JSON keeps of it.
  return expression(value.kind === 'references' ? (value.references[0] ?? name) : name)
}

const constantOf = (value: unknown): string | number | boolean | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null

/**
 * The tags of a resource or a call, where they are others' as well: a plain reference, or several put together. What is spelled out
 * may be a name of its own.
 */
export const tagsLike = ({ content }: Resource | ModuleCall): NewValue | undefined => {
  const tags = content.arguments.get('tags')
  return isShort(tags) && isShared(tags.expression) ? copied(tags) : undefined
}

const isShared = (value: Expression): boolean => {
  switch (value.kind) {
    case 'variable':
    case 'access':
      return true
    case 'template': {
      // In JSON syntax a reference stands in quotes.
      const [only, ...others] = value.parts
      return only?.kind === 'interpolation' && others.length === 0 && isShared(only.expression)
    }
    case 'call':
      return value.name === 'merge' && value.args.every(isShared)
    default:
      return false
  }
}
