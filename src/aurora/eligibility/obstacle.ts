import type { Severity } from '../../finding.js'
import type { Value } from '../../terraform/value.js'
import { resolve } from '../../terraform/values.js'
import type { Cluster } from '../cluster.js'
import { display } from '../display.js'
import { isEngineLeftOut } from '../engine.js'
import { type Correction, type KnownArm, knownArms } from '../known-arms.js'
import { parameterGroups } from '../parameter-group.js'
import type { ResourceInstance } from '../resource-instance.js'
import { isUnsupportedVersion, leastVersion, suggestedVersion } from './engine-version.js'
import { isStreamingEngine, type StreamingEngine, streamingEngines } from './engines.js'

/** What has to be changed before a cluster can stream. */
export interface Hindrance {
  /** A clause: `serverless v1 has no activity streams`. */
  readonly what: string
  /** Imperative: `move to provisioned instances`. */
  readonly remedy: string
}

/** What keeps a cluster from ever streaming, whatever its stream is like. */
export interface Obstacle extends Hindrance {
  /** The cluster's argument that says so. */
  readonly argument: string
  readonly value?: Value | undefined
  /** Where it is not as certain as the others. */
  readonly severity?: Severity
  readonly because?: readonly string[]
  /** Where the argument leads to. */
  readonly through?: ResourceInstance
  /** What may be written instead, for each arm of a condition; absent where nothing can be suggested for one of them. */
  readonly suggested?: readonly Correction[]
}

/** What kind of cluster it is: no version and no instance would help. */
export const obstaclesOf = (cluster: Cluster): readonly Obstacle[] =>
  [
    isEngineLeftOut(cluster) ? ENGINE_LEFT_OUT : engineObstacle(cluster.value('engine')),
    provisionable(cluster.value('engine_mode')),
    limitlessObstacle(cluster),
    babelfishObstacle(cluster),
  ].filter((obstacle) => obstacle !== undefined)

const ENGINE_LEFT_OUT: Obstacle = {
  argument: 'engine',
  what: 'without an engine it is aurora (MySQL 5.6), which has no activity streams',
  remedy: 'write engine = "aurora-mysql" or "aurora-postgresql"',
}

export const engineObstacle = (engine: Value | undefined): Obstacle | undefined => {
  const arm = onlyWrong(engine, (text) => text !== '' && !isStreamingEngine(text))
  if (!arm) return undefined
  const { text, value } = arm
  const arms = knownArms(engine)
  return text === 'aurora'
    ? {
        argument: 'engine',
        value,
        what: 'engine aurora (MySQL 5.6) has no activity streams',
        remedy: 'move to aurora-mysql version 3',
        ...(arms.every((one) => one.text === 'aurora') && {
          suggested: arms.map((one) => ({ ...one, meant: 'aurora-mysql' })),
        }),
      }
    : {
        argument: 'engine',
        value,
        what: `engine ${display(text, value)} is not Aurora`,
        remedy: 'move to aurora-mysql or aurora-postgresql, or leave the stream out',
      }
}

export const serverlessObstacle = (engineMode: Value | undefined): Obstacle | undefined => {
  const arm = onlyWrong(engineMode, (text) => text === 'serverless')
  const what = 'serverless v1 has no activity streams'
  return arm && { argument: 'engine_mode', value: arm.value, what, remedy: 'move to provisioned instances' }
}

/** Where the instances of the cluster are at hand; a module has yet to be given some. */
const provisionable = (engineMode: Value | undefined): Obstacle | undefined => {
  const obstacle = serverlessObstacle(engineMode)
  const suggested = knownArms(engineMode).map((one) => ({ ...one, meant: 'provisioned' }))
  return obstacle && { ...obstacle, suggested }
}

/** The guides name no streams for Limitless, and do not say that there are none. */
const limitlessObstacle = (cluster: Cluster): Obstacle | undefined => {
  const arm = onlyWrong(cluster.value('cluster_scalability_type'), (text) => text === 'limitless')
  return (
    arm && {
      argument: 'cluster_scalability_type',
      value: arm.value,
      severity: 'warning',
      what: 'an Aurora Limitless Database is not known to have activity streams',
      remedy: 'use a standard cluster',
      suggested: knownArms(cluster.value('cluster_scalability_type')).map((one) => ({ ...one, meant: 'standard' })),
    }
  )
}

const babelfishObstacle = (cluster: Cluster): Obstacle | undefined => {
  const groups = parameterGroups(cluster)
  const [group] = groups
  if (!group || groups.some((one) => !onlyWrong(one.parameter('rds.babelfish_status'), isOn))) return undefined
  return {
    argument: 'db_cluster_parameter_group_name',
    value: cluster.value('db_cluster_parameter_group_name'),
    what: `Babelfish, which ${group.address} turns on, has no activity streams`,
    remedy: 'set rds.babelfish_status to off',
    through: group,
    suggested: groups.flatMap((one) =>
      knownArms(one.parameter('rds.babelfish_status')).map((arm) => ({ ...arm, meant: 'off' })),
    ),
  }
}

const isOn = (text: string): boolean => text === 'on'

/** A version without streams, where one with streams would do. */
export const versionObstacleOf = (cluster: Cluster): Obstacle | undefined =>
  versionObstacle(cluster.value('engine'), cluster.value('engine_version'))

export const versionObstacle = (engineValue: Value | undefined, version: Value | undefined): Obstacle | undefined => {
  const named = knownArms(engineValue)
  const engines = streamingEngines(named)
  const [engine] = engines
  if (!engine || named.length === 0) return undefined
  const arm = onlyWrong(version, (text) => engines.every((one) => isUnsupportedVersion(one, text)))
  if (!arm) return undefined
  const { text, value } = arm
  const arms = knownArms(version)
  const suggested = arms.flatMap((one) => suggestion(engines, one) ?? [])
  const what = `version ${display(text, value)} has no activity streams`
  return {
    argument: 'engine_version',
    value,
    what,
    remedy: `use ${leastVersion(engine)} or later`,
    because: isNumber(value) ? [`without quotes it is a number, of which Terraform makes ${display(text, value)}`] : [],
    ...(suggested.length === arms.length && { suggested }),
  }
}

const suggestion = (engines: readonly StreamingEngine[], arm: KnownArm): Correction | undefined => {
  const [meant, ...others] = new Set(engines.map((engine) => suggestedVersion(engine, writtenVersion(arm))))
  return meant === undefined || others.length > 0 ? undefined : { ...arm, meant }
}

/** Of a number what stands there: `11.10`. */
const writtenVersion = ({ text, value }: KnownArm): string => {
  const place = value.origin?.place
  const written = place?.source.slice(place.span) ?? ''
  return /^\d+\.\d+$/.test(written) && String(Number(written)) === text ? written : text
}

/** `11.10` is the number 11.1. */
const isNumber = (value: Value): boolean => {
  const resolved = resolve(value)
  return resolved.kind === 'known' && typeof resolved.value === 'number'
}

/** The first arm of a value all of whose arms are wrong. */
const onlyWrong = (value: Value | undefined, isWrong: (text: string) => boolean): KnownArm | undefined => {
  const arms = knownArms(value)
  return arms.every(({ text }) => isWrong(text)) ? arms[0] : undefined
}
