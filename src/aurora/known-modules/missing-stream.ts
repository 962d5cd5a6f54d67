/** What a call of a known module is to be given, so that its cluster gets a stream. */
import { keySuffix } from '../../terraform/address.js'
import type { MissingStream } from '../missing-stream.js'
import type { ModuleCluster } from './module-cluster.js'
import { newStreamOfCall } from './new-stream.js'

export const missingStreamOfCall = (cluster: ModuleCluster): MissingStream => {
  const [hindrance] = cluster.hindrances
  const hint = hindrance ? `${hindrance.what}: ${hindrance.remedy} first` : hintFor(cluster)
  return { hint, because: [cluster.judgedBy], related: [], fix: hindrance ? undefined : newStreamOfCall(cluster) }
}

const hintFor = ({ call, key, known, streamInputs, arnOutput, identifierOutput }: ModuleCluster): string => {
  if (streamInputs) {
    const { switch: on, mode, kmsKeyId } = streamInputs
    return on.input === mode.input
      ? `give it ${on.input} = { ${mode.attribute} = "async", ${kmsKeyId.attribute} = the key_id of a customer managed key }`
      : `set ${on.input} = true, with ${mode.input} and ${kmsKeyId.input}, the key_id of a customer managed key`
  }
  const called = `module.${call.name}${keySuffix(key)}`
  if (arnOutput === undefined)
    return identifierOutput === undefined
      ? `${known.name} makes no stream, and has no output with the ARN: add one, or use another module`
      : `add an aws_rds_cluster_activity_stream with the ARN of a data.aws_rds_cluster with cluster_identifier = ${called}.${identifierOutput}, a customer managed key and depends_on = [module.${call.name}]`
  return `add an aws_rds_cluster_activity_stream with resource_arn = ${called}.${arnOutput}, a customer managed key and depends_on = [module.${call.name}]`
}
