/** An instance for a cluster that has none: what streams are the instances. */
import { argument, constant, expression, type NewBlock } from '../../edit/index.js'
import type { Cluster } from '../cluster.js'
import { streamingEngines } from '../eligibility/engines.js'
import { smallestClass } from '../eligibility/instance-class.js'
import { knownArms } from '../known-arms.js'
import { freeName } from './free-name.js'
import { blockLike, likenessOf } from './likeness.js'

export interface NewInstance {
  /** `aws_rds_cluster_instance.main` */
  readonly name: string
  readonly block: NewBlock
}

const TYPE = 'aws_rds_cluster_instance'

/** Beside the cluster, one for each of what its block makes; `undefined` where the table knows no class for its engine. */
export const newInstanceOf = (cluster: Cluster): NewInstance | undefined => {
  const { resource, key, module } = cluster.reference
  const [engine] = streamingEngines(knownArms(cluster.value('engine')))
  const instanceClass = engine && smallestClass(engine)
  if (instanceClass === undefined) return undefined
  const like = likenessOf(resource, key)
  const of = `${resource.address}${like.suffix}`
  const name = freeName(module, [TYPE], resource.name)
  const block = blockLike(
    like,
    [TYPE, name],
    argument('identifier', { kind: 'template', text: `\${${of}.cluster_identifier}-1` }),
    argument('cluster_identifier', expression(`${of}.id`)),
    argument('engine', expression(`${of}.engine`)),
    argument('engine_version', expression(`${of}.engine_version`)),
    argument('instance_class', constant(instanceClass)),
  )
  return { name: `${TYPE}.${name}`, block }
}
