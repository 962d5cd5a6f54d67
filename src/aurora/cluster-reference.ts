/** What the value of `resource_arn`, or an instance's `cluster_identifier`, says about the cluster it means. */
import { instanceIdentity } from '../terraform/address.js'
import type { Evaluator } from '../terraform/evaluator.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import type { ResourceInstanceReference } from '../terraform/reference.js'
import type { Repetition } from '../terraform/scope.js'
import type { Symbolic, Text, Value } from '../terraform/value.js'
import { armsOf, identity, knownString, reasons, resolve } from '../terraform/values.js'
import type { ModuleCluster } from './known-modules/module-cluster.js'
import { regionOf } from './places/provider.js'
import { parseQuotedReference } from './quoted-reference.js'
import { orElse } from './relation.js'
import { ResourceInstance } from './resource-instance.js'

export type ClusterReference =
  /** A cluster of this configuration, by a reference. `mistake` says how the reference misses the ARN. */
  | {
      readonly kind: 'resource'
      readonly of: ResourceInstanceReference
      readonly mistake?: Mistake
      readonly region?: string
      readonly account?: string
      /** A plan's JSON lost which instance is meant: it is taken for each of them. */
      readonly forEach?: true
    }
  /** A cluster by its identifier, here or elsewhere. */
  | {
      readonly kind: 'identifier'
      readonly identifier: Identifier
      readonly region?: string
      readonly account?: string
      readonly mistake?: Mistake
    }
  /** An arm of a condition that is empty: no second target. */
  | { readonly kind: 'nothing' }
  /** A cluster outside of this configuration, or the one that a known module makes whose source is not at hand. */
  | { readonly kind: 'outside'; readonly module?: ModuleCluster; readonly mistake?: Mistake }
  | { readonly kind: 'invalid'; readonly mistake: Mistake }
  | { readonly kind: 'unknown'; readonly because: readonly string[] }

/** A cluster's identifier: its text, or (where that is not known) what it is equal to, and why nobody knows more. */
export type Identifier =
  | { readonly text: string }
  | { readonly text?: undefined; readonly id: string; readonly because: readonly string[] }

export type Mistake =
  /** `reference` is what was meant, to be written without quotes. */
  | { readonly kind: 'quoted'; readonly text: string; readonly reference?: string }
  | { readonly kind: 'attribute'; readonly name: string; readonly attribute: string }
  | { readonly kind: 'resource'; readonly name: string; readonly type: string }
  | { readonly kind: 'literal'; readonly text: string }

/** A value of `resource_arn`, with the arm that it came from. */
export interface JudgedReference {
  readonly reference: ClusterReference
  readonly value: Value
}

/** Where a value is used: what the names in a quoted reference mean. */
export interface Where {
  readonly evaluator: Evaluator
  readonly module: ModuleInstance
  readonly repetition?: Repetition | undefined
}

export const clusterReferences = (value: Value, where: Where): readonly JudgedReference[] => {
  const judged = armsOf(value.kind === 'symbolic' ? value : resolve(value)).map((arm) => {
    const origin = arm.origin ?? value.origin
    const written =
      origin && origin.module !== where.module ? { evaluator: where.evaluator, module: origin.module } : where
    return { reference: judge(arm, written), value: arm.origin || !origin ? arm : { ...arm, origin } }
  })
  const targets = judged.filter(({ reference }) => reference.kind !== 'nothing')
  if (targets.length > 0) return targets
  return judged.map(({ value: arm }) => ({
    value: arm,
    reference: { kind: 'invalid', mistake: { kind: 'literal', text: knownString(arm) ?? 'null' } },
  }))
}

/** What an identifier is known by; `undefined` where nothing at all is known of it. */
export const identifierOf = (value: Value): Identifier | undefined => {
  const resolved = resolve(value)
  if (resolved.kind === 'known') return resolved.value === null ? undefined : { text: String(resolved.value) }
  const id = identity(resolved)
  return id === undefined ? undefined : { id, because: orElse(reasons(resolved), 'its identifier is not known') }
}

/** The cluster of this configuration that a value stands for, by whichever attribute. */
export const clusterSymbol = (value: Value | undefined): Symbolic | undefined => {
  for (let current = value; current?.kind === 'symbolic'; current = current.value) {
    if (current.of.resource.type === 'aws_rds_cluster' && current.of.resource.mode === 'managed') return current
  }
  return undefined
}

const judge = (value: Value, where: Where): ClusterReference => {
  switch (value.kind) {
    case 'symbolic':
      return judgeSymbolic(value, where)
    case 'known':
      return judgeLiteral(value, where)
    case 'text':
      return judgeText(value)
    case 'opaque':
      return { kind: 'unknown', because: ['it names all instances of a resource'] }
    case 'choice':
    case 'unknown':
    case 'list':
    case 'mapping':
    case 'repeated':
      return { kind: 'unknown', because: orElse(reasons(value), 'its value is not known') }
    default:
      return value satisfies never
  }
}

const judgeSymbolic = (value: Symbolic, where: Where): ClusterReference => {
  const { resource } = value.of
  const [attribute] = value.path
  const name = `${resource.address}${attribute === undefined ? '' : `.${attribute}`}`
  if (resource.type === 'aws_rds_cluster' && resource.mode === 'managed') {
    if (value.pathLost) return { kind: 'resource', of: value.of, forEach: true }
    if (attribute === 'arn') return { kind: 'resource', of: value.of }
    return { kind: 'resource', of: value.of, mistake: { kind: 'attribute', name, attribute: String(attribute ?? '') } }
  }
  if (value.pathLost) {
    return { kind: 'unknown', because: [`nobody knows which attribute of ${resource.address} is meant`] }
  }
  if (resource.type === 'aws_rds_cluster') return judgeDataSource(where.evaluator, value, name)
  // The stream's own id is the ARN of its cluster.
  if (resource.type === 'aws_rds_cluster_activity_stream' && attribute === 'id') {
    const arn = streamed(where.evaluator, value)
    return arn ? judge(arn, where) : { kind: 'unknown', because: [`${name} is not known`] }
  }
  const cluster = isOwnArn(value) ? clusterOfInstance(where.evaluator, value) : undefined
  if (cluster) return { kind: 'resource', of: cluster, mistake: { kind: 'resource', name, type: resource.type } }
  const followed = value.value && value.value.kind !== 'choice' ? judge(value.value, where) : undefined
  if (followed && (followed.kind !== 'unknown' || !isOwnArn(value))) return followed
  if (!isOwnArn(value)) return { kind: 'unknown', because: [`${name} is known only after apply`] }
  return { kind: 'invalid', mistake: { kind: 'resource', name, type: resource.type } }
}

/** What the `id` of a stream stands for, through others' as well; nothing where they name each other in a circle. */
const streamed = (evaluator: Evaluator, stream: Symbolic): Value | undefined => {
  const seen = new Set<string>()
  let current: Value | undefined = stream
  while (current?.kind === 'symbolic' && current.of.resource.type === 'aws_rds_cluster_activity_stream') {
    const stands = instanceIdentity(current.of)
    if (seen.has(stands) || current.path[0] !== 'id') return undefined
    seen.add(stands)
    current = evaluator.attribute(current.of, 'resource_arn')
  }
  return current?.kind === 'choice' ? undefined : current
}

/** The cluster of an `aws_rds_cluster_instance`: whoever names the one means the other. */
const clusterOfInstance = (evaluator: Evaluator, { of }: Symbolic): ResourceInstanceReference | undefined =>
  of.resource.type === 'aws_rds_cluster_instance' && of.resource.mode === 'managed'
    ? clusterSymbol(evaluator.attribute(of, 'cluster_identifier'))?.of
    : undefined

/** The resource's own name, which is certainly no cluster's ARN: `aws_db_instance.x.arn`, `aws_rds_cluster_instance.x[0].id`. */
const isOwnArn = ({ of, path }: Symbolic): boolean => {
  const [attribute] = path
  if (!of.resource.type.startsWith('aws_') || of.resource.type === 'aws_arn' || path.length !== 1) return false
  return attribute === 'arn' || (attribute === 'id' && /^aws_(?:rds|db|docdb|neptune)_/.test(of.resource.type))
}

const judgeDataSource = (evaluator: Evaluator, value: Symbolic, name: string): ClusterReference => {
  const [attribute] = value.path
  const mistake: Mistake | undefined =
    attribute === 'arn' ? undefined : { kind: 'attribute', name, attribute: String(attribute ?? '') }
  const read = evaluator.attribute(value.of, 'cluster_identifier')
  // A data source that reads a cluster of this very configuration is that cluster.
  const cluster = clusterSymbol(read) ?? (read?.kind === 'symbolic' ? clusterOfIdentifier(evaluator, read) : undefined)
  if (cluster) return { kind: 'resource', of: cluster.of, ...(mistake && { mistake }) }
  const identifier = read && identifierOf(read)
  const region = regionOf(new ResourceInstance(evaluator, value.of))
  if (identifier) return { kind: 'identifier', identifier, ...(region && { region }), ...(mistake && { mistake }) }
  if (mistake) return { kind: 'invalid', mistake }
  return read ? { kind: 'unknown', because: orElse(reasons(read), `${name} is not known`) } : { kind: 'outside' }
}

/** An instance's `cluster_identifier`, which is a usual way to wait for one, names the instance's cluster. */
const clusterOfIdentifier = (evaluator: Evaluator, { of, path }: Symbolic): Symbolic | undefined =>
  of.resource.type === 'aws_rds_cluster_instance' && path[0] === 'cluster_identifier'
    ? clusterSymbol(evaluator.attribute(of, 'cluster_identifier'))
    : undefined

/** The first letter, then letters, digits and hyphens (source: CreateDBCluster). */
const CLUSTER_ARN = /^arn:[a-z-]+:rds:([a-z0-9-]+):(\d{12}):cluster:([A-Za-z][A-Za-z0-9-]*)$/

const judgeLiteral = (value: Value & { kind: 'known' }, where: Where): ClusterReference => {
  if (value.value === null || value.value === '') return { kind: 'nothing' }
  const text = String(value.value)
  const [, region, account, identifier] = CLUSTER_ARN.exec(text) ?? []
  if (identifier !== undefined) {
    return {
      kind: 'identifier',
      identifier: { text: identifier },
      ...(region && { region }),
      ...(account && { account }),
    }
  }
  const quoted = parseQuotedReference(text)
  if (!quoted) return { kind: 'invalid', mistake: { kind: 'literal', text } }
  const meant = where.evaluator.text(quoted.text, where.module, where.repetition)
  const cluster = clusterSymbol(onlyOf(meant))
  if (!cluster) return { kind: 'invalid', mistake: { kind: 'quoted', text } }
  const reference = arnReference(quoted.text, cluster)
  return {
    kind: 'resource',
    of: cluster.of,
    mistake: { kind: 'quoted', text, ...(reference !== undefined && { reference }) },
  }
}

/** The text as it reads the ARN; `undefined` where that is up to somebody else's name. */
const arnReference = (text: string, { path }: Symbolic): string | undefined => {
  const [attribute] = path
  if (attribute === undefined) return `${text}.arn`
  if (attribute === 'arn') return text
  return text.endsWith(`.${attribute}`) ? `${text.slice(0, -String(attribute).length)}arn` : undefined
}

/** The one instance of a resource that was named without a key. */
const onlyOf = (value: Value): Value | undefined => {
  if (value.kind !== 'opaque') return value
  const all = value.instances.all()
  if (all.kind === 'repeated') return all.element
  const items = all.kind === 'list' ? all.items : all.kind === 'mapping' ? [...all.entries.values()] : []
  return items.length === 1 ? items[0] : undefined
}

/** An ARN put together from known and unknown parts. */
const judgeText = (value: Text): ClusterReference => {
  const segments: (string | Value)[][] = [[]]
  for (const part of value.parts) {
    if (typeof part !== 'string') {
      segments.at(-1)?.push(part)
      continue
    }
    const [first, ...others] = part.split(':')
    if (first) segments.at(-1)?.push(first)
    for (const other of others) segments.push(other === '' ? [] : [other])
  }
  const because = orElse(reasons(value), 'parts of it are not known')
  if (segments.length < 7) return { kind: 'unknown', because }
  const [prefix, , service, region, account, kind] = segments.map(segmentText)
  if (
    prefix !== 'arn' ||
    (service !== undefined && service !== 'rds') ||
    (kind !== undefined && kind !== 'cluster') ||
    segments.length > 7
  ) {
    return { kind: 'invalid', mistake: { kind: 'literal', text: shown(value) } }
  }
  const place = { ...(region !== undefined && { region }), ...(account !== undefined && { account }) }
  const last = segments[6] ?? []
  const [target] = last
  const cluster = last.length === 1 && typeof target !== 'string' ? clusterSymbol(target) : undefined
  if (cluster) {
    const isIdentifier = cluster.pathLost || cluster.path[0] === 'id' || cluster.path[0] === 'cluster_identifier'
    const mistake: Mistake | undefined = isIdentifier ? undefined : { kind: 'literal', text: shown(value) }
    return { kind: 'resource', of: cluster.of, ...place, ...(mistake && { mistake }) }
  }
  const identifier = segmentIdentifier(last)
  return identifier ? { kind: 'identifier', identifier, ...place } : { kind: 'unknown', because }
}

const segmentIdentifier = (segment: readonly (string | Value)[]): Identifier | undefined => {
  const text = segmentText(segment)
  if (text !== undefined) return { text }
  const [only] = segment
  return identifierOf(
    segment.length === 1 && only !== undefined && typeof only !== 'string' ? only : { kind: 'text', parts: segment },
  )
}

const segmentText = (segment: readonly (string | Value)[]): string | undefined => {
  const texts = segment.map((part) => (typeof part === 'string' ? part : undefined))
  return texts.includes(undefined) ? undefined : texts.join('')
}

const shown = (value: Text): string => value.parts.map((part) => (typeof part === 'string' ? part : '…')).join('')
