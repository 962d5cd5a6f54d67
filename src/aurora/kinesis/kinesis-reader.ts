/** What reads a Kinesis stream, and which one. */
import type { Argument, ModuleCall } from '../../terraform/configuration.js'
import type { DependencyGraph } from '../../terraform/dependency-graph.js'
import type { Evaluator } from '../../terraform/evaluator.js'
import type { ModuleInstance } from '../../terraform/module-instance.js'
import type { ResourceInstanceReference } from '../../terraform/reference.js'
import type { Value } from '../../terraform/value.js'
import type { BlockInstance } from '../block-instance.js'
import { ResourceInstance } from '../resource-instance.js'
import { type KinesisStreamReference, kinesisStreamReferences, PREFIX } from './kinesis-stream-reference.js'

/** The argument by which a resource instance is given the name or the ARN of a Kinesis stream. */
export interface KinesisReader {
  readonly resource: ResourceInstance
  readonly on: ResourceInstance | BlockInstance
  /** `kinesis_source_configuration.kinesis_stream_arn` */
  readonly argument: string
  readonly value: Value
  readonly references: readonly KinesisStreamReference[]
}

/** Where the name or the ARN is written, by the type of what takes it: a nested block and an argument, or an argument. */
const TAKERS: ReadonlyMap<string, string> = new Map([
  ['data.aws_kinesis_stream', 'name'],
  ['aws_kinesis_firehose_delivery_stream', 'kinesis_source_configuration.kinesis_stream_arn'],
  ['aws_lambda_event_source_mapping', 'event_source_arn'],
  ['aws_kinesis_stream_consumer', 'stream_arn'],
  ['aws_pipes_pipe', 'source'],
])

export interface KinesisResources {
  /** `aws_kinesis_stream`, which the configuration makes itself. */
  readonly streams: readonly ResourceInstance[]
  readonly readers: readonly KinesisReader[]
}

/** Looked for when somebody asks: nothing else needs them. */
export const kinesisResources = (evaluator: Evaluator, graph: DependencyGraph): KinesisResources => {
  const streams: ResourceInstance[] = []
  const readers: KinesisReader[] = []
  const open: ModuleInstance[] = [evaluator.rootInstance]
  for (let module = open.pop(); module; module = open.pop()) {
    for (const address of module.module.resources.keys()) {
      const type = address.slice(0, address.lastIndexOf('.'))
      const argument = TAKERS.get(type)
      if (argument === undefined && type !== 'aws_kinesis_stream') continue
      const resource = module.module.resources.get(address)
      for (const reference of resource ? evaluator.instancesOf(module, resource) : []) {
        if (argument === undefined) streams.push(new ResourceInstance(evaluator, reference))
        else readers.push(...readersIn(evaluator, graph, reference, argument))
      }
    }
    for (const call of module.module.calls.values()) {
      if (mayHoldReader(graph, module, call)) open.push(...evaluator.childInstances(module, call))
    }
  }
  return { streams, readers }
}

/** A module without anything of Aurora is read if it is given what sounds like a stream, made of something of Aurora. */
const mayHoldReader = (graph: DependencyGraph, module: ModuleInstance, call: ModuleCall): boolean => {
  if (call.relevant) return call.module.kind !== 'absent'
  for (const argument of call.content.arguments.values()) {
    const text = argument.written?.source.slice(argument.written.span) ?? ''
    if (argument.name === 'source' || !/stream|kinesis|das/i.test(text)) continue
    if (text.includes(PREFIX) || mentionsAurora(graph, module, argument)) return true
  }
  return false
}

const mentionsAurora = (graph: DependencyGraph, module: ModuleInstance, argument: Argument): boolean =>
  graph.mayMention(module, argument, 'aws_rds_cluster') || mentionsStream(graph, module, argument)

const mentionsStream = (graph: DependencyGraph, module: ModuleInstance, argument: Argument): boolean =>
  graph.mayMention(module, argument, 'aws_rds_cluster_activity_stream')

const readersIn = (
  evaluator: Evaluator,
  graph: DependencyGraph,
  reference: ResourceInstanceReference,
  path: string,
): readonly KinesisReader[] => {
  const resource = new ResourceInstance(evaluator, reference)
  const [block, name = block] = path.split('.')
  if (block === undefined || name === undefined) return []
  const holders = name === block ? [resource] : resource.blocks(block).all
  return holders.flatMap((on) => {
    const value = on.value(name)
    if (!value) return []
    const written = on.argument(name)
    const found = kinesisStreamReferences(value, evaluator)
    // What a plan knows of an ARN no longer says what it was put together of.
    const isOwn =
      found.some(({ kind }) => kind === 'hand-built') &&
      written !== undefined &&
      mentionsStream(graph, reference.module, written)
    return [{ resource, on, argument: path, value, references: isOwn ? [{ kind: 'activity-stream' }] : found }]
  })
}
