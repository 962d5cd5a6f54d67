/** What the value of `resource_arn`, or an instance's `cluster_identifier`, says about the cluster it means. */

import { instanceIdentity } from '../terraform/address.js'
import type { Evaluator } from '../terraform/evaluator.js'
import type { ModuleInstance } from '../terraform/module-instance.js'
import type { ResourceInstanceReference } from '../terraform/reference.js'
import type { Symbolic, Text, Value } from '../terraform/value.js'
import { armsOf, knownString, reasons, resolve } from '../terraform/values.js'
import { parseQuotedReference } from './quoted-reference.js'

export type ClusterReference =
  /** A cluster of this configuration, by a reference. `mistake` says how the reference misses the ARN. */
  | {
      readonly kind: 'resource'
      readonly of: ResourceInstanceReference
      readonly mistake?: Mistake
      /** A plan's JSON lost which instance is meant: it is taken for each of them. */
      readonly forEach?: true
    }
  /** A cluster by its identifier, here or elsewhere. */
  | {
      readonly kind: 'identifier'
      readonly identifier: string
      readonly region?: string
      readonly account?: string
      readonly mistake?: Mistake
    }
  /** An arm of a condition that is empty: no second target. */
  | { readonly kind: 'nothing' }
  /** A cluster outside of this configuration. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'invalid'; readonly mistake: Mistake }
  | { readonly kind: 'unknown'; readonly because: readonly string[] }

export type Mistake =
  | { readonly kind: 'quoted'; readonly text: string }
  | { readonly kind: 'attribute'; readonly name: string; readonly attribute: string }
  | { readonly kind: 'resource'; readonly name: string; readonly type: string }
  | { readonly kind: 'literal'; readonly text: string }

/** A value of `resource_arn`, with the arm that it came from. */
export interface JudgedReference {
  readonly reference: ClusterReference
  readonly value: Value
}

/** `module` is where the value is used; a quoted reference is looked up where it was written. */
export const clusterReferences = (
  evaluator: Evaluator,
  value: Value,
  module: ModuleInstance,
): readonly JudgedReference[] => {
  const judged = armsOf(value.kind === 'symbolic' ? value : resolve(value)).map((arm) => ({
    reference: judge(evaluator, arm, arm.origin?.module ?? value.origin?.module ?? module),
    value: arm.origin || !value.origin ? arm : { ...arm, origin: value.origin },
  }))
  const targets = judged.filter(({ reference }) => reference.kind !== 'nothing')
  if (targets.length > 0) return targets
  return judged.map(({ value: arm }) => ({
    value: arm,
    reference: { kind: 'invalid', mistake: { kind: 'literal', text: knownString(arm) ?? 'null' } },
  }))
}

const judge = (evaluator: Evaluator, value: Value, module: ModuleInstance): ClusterReference => {
  switch (value.kind) {
    case 'symbolic':
      return judgeSymbolic(evaluator, value, module)
    case 'known':
      return judgeLiteral(evaluator, value, module)
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

const judgeSymbolic = (evaluator: Evaluator, value: Symbolic, module: ModuleInstance): ClusterReference => {
  const { resource } = value.of
  const [attribute] = value.path
  const name = `${resource.address}${attribute === undefined ? '' : `.${attribute}`}`
  if (resource.type === 'aws_rds_cluster' && resource.mode === 'managed') {
    if (value.pathLost) return { kind: 'resource', of: value.of, forEach: true }
    if (attribute === 'arn') return { kind: 'resource', of: value.of }
    return { kind: 'resource', of: value.of, mistake: { kind: 'attribute', name, attribute: String(attribute ?? '') } }
  }
  if (value.pathLost)
    return { kind: 'unknown', because: [`nobody knows which attribute of ${resource.address} is meant`] }
  if (resource.type === 'aws_rds_cluster') return judgeDataSource(evaluator, value, name)
  // The stream's own id is the ARN of its cluster.
  if (resource.type === 'aws_rds_cluster_activity_stream' && attribute === 'id') {
    const arn = streamed(evaluator, value)
    return arn ? judge(evaluator, arn, module) : { kind: 'unknown', because: [`${name} is not known`] }
  }
  const cluster = isOwnArn(value) ? clusterOfInstance(evaluator, value) : undefined
  if (cluster) return { kind: 'resource', of: cluster, mistake: { kind: 'resource', name, type: resource.type } }
  if (value.value) {
    const followed = value.value.kind === 'choice' ? undefined : judge(evaluator, value.value, module)
    if (followed && followed.kind !== 'unknown') return followed
    if (followed?.kind === 'unknown' && !isOwnArn(value)) return followed
  }
  if (!isOwnArn(value)) return { kind: 'unknown', because: [`${name} is known only after apply`] }
  return { kind: 'invalid', mistake: { kind: 'resource', name, type: resource.type } }
}

/** What the `id` of a stream stands for, through others' as well; nothing where they name each other in a circle. */
const streamed = (evaluator: Evaluator, stream: Symbolic): Value | undefined => {
  const seen = new Set<string>()
  let current: Value | undefined = stream
  while (current?.kind === 'symbolic' && current.of.resource.type === 'aws_rds_cluster_activity_stream') {
    const identity = instanceIdentity(current.of)
    if (seen.has(identity) || current.path[0] !== 'id') return undefined
    seen.add(identity)
    current = evaluator.attribute(current.of, 'resource_arn')
  }
  return current?.kind === 'choice' ? undefined : current
}

/** The cluster of an `aws_rds_cluster_instance`: whoever names the one means the other. */
const clusterOfInstance = (evaluator: Evaluator, { of }: Symbolic): ResourceInstanceReference | undefined => {
  if (of.resource.type !== 'aws_rds_cluster_instance' || of.resource.mode !== 'managed') return undefined
  const identifier = evaluator.attribute(of, 'cluster_identifier')
  return identifier?.kind === 'symbolic' && identifier.of.resource.type === 'aws_rds_cluster'
    ? identifier.of
    : undefined
}

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
  const identifier = evaluator.attribute(value.of, 'cluster_identifier')
  // A data source that reads a cluster of this very configuration is that cluster.
  if (
    identifier?.kind === 'symbolic' &&
    identifier.of.resource.type === 'aws_rds_cluster' &&
    identifier.of.resource.mode === 'managed'
  ) {
    return { kind: 'resource', of: identifier.of, ...(mistake && { mistake }) }
  }
  const text = knownString(identifier)
  if (text !== undefined) return { kind: 'identifier', identifier: text, ...(mistake && { mistake }) }
  return mistake ? { kind: 'invalid', mistake } : { kind: 'outside' }
}

const judgeLiteral = (
  evaluator: Evaluator,
  value: Value & { kind: 'known' },
  module: ModuleInstance,
): ClusterReference => {
  if (value.value === null || value.value === '') return { kind: 'nothing' }
  const text = String(value.value)
  const arn = /^arn:[a-z-]+:rds:([a-z0-9-]+):(\d{12}):cluster:([^:]+)$/.exec(text)
  if (arn) {
    const [, region, account, identifier] = arn
    return { kind: 'identifier', identifier: identifier ?? '', ...(region && { region }), ...(account && { account }) }
  }
  const quoted = parseQuotedReference(text)
  if (!quoted) return { kind: 'invalid', mistake: { kind: 'literal', text } }
  const of =
    quoted.type === 'aws_rds_cluster' && quoted.mode === 'managed'
      ? evaluator.resource(value.origin?.module ?? module, quoted.address)
      : undefined
  const target = of?.kind === 'opaque' ? only(of.instances.all()) : of
  if (target?.kind === 'symbolic') return { kind: 'resource', of: target.of, mistake: { kind: 'quoted', text } }
  return { kind: 'invalid', mistake: { kind: 'quoted', text } }
}

const only = (value: Value): Value | undefined => {
  if (value.kind === 'repeated') return value.element
  const items = value.kind === 'list' ? value.items : value.kind === 'mapping' ? [...value.entries.values()] : []
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
  const [prefix, , service, region, account, kind, identifier] = segments.map(segmentText)
  const last = segments[6]
  if (
    prefix !== 'arn' ||
    (service !== undefined && service !== 'rds') ||
    (kind !== undefined && kind !== 'cluster') ||
    segments.length > 7
  ) {
    return { kind: 'invalid', mistake: { kind: 'literal', text: shown(value) } }
  }
  const [target] = last ?? []
  if (last?.length === 1 && target !== undefined && typeof target !== 'string' && target.kind === 'symbolic') {
    const { resource } = target.of
    if (resource.type === 'aws_rds_cluster' && resource.mode === 'managed') return { kind: 'resource', of: target.of }
  }
  if (identifier === undefined) return { kind: 'unknown', because }
  return {
    kind: 'identifier',
    identifier,
    ...(region !== undefined && { region }),
    ...(account !== undefined && { account }),
  }
}

const segmentText = (segment: readonly (string | Value)[]): string | undefined => {
  const texts = segment.map((part) => (typeof part === 'string' ? part : undefined))
  return texts.includes(undefined) ? undefined : texts.join('')
}

const shown = (value: Text): string => value.parts.map((part) => (typeof part === 'string' ? part : '…')).join('')

const orElse = (because: readonly string[], fallback: string): readonly string[] =>
  because.length > 0 ? because : [fallback]
