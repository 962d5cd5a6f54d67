import { inWords } from '../../src/aurora/aws-place.js'
import { display } from '../../src/aurora/display.js'
import { nearest } from '../../src/aurora/key-place.js'
import { mismatchOf, type NamedCluster, type NamedKey } from '../../src/aurora/mismatch.js'
import { providerName } from '../../src/aurora/provider.js'
import { related } from '../../src/aurora/related.js'
import { ResourceInstance } from '../../src/aurora/resource-instance.js'
import type { Stream } from '../../src/aurora/stream.js'
import type { Check, Problem } from '../../src/rule.js'
import { knownString } from '../../src/terraform/values.js'

// RDS and KMS know what is in their own region and account alone; where a provider's alias was forgotten only the apply tells.
export const check: Check = function* ({ streams }) {
  for (const stream of streams) {
    const { own, home, cluster, key, isKeyApart } = mismatchOf(stream)
    if (cluster) {
      const { what, place, differing } = cluster
      const there = inWords(place, differing)
      const isArnAlone = !(what instanceof ResourceInstance) && differing.includes('partition')
      const [first] = stream.references
      yield {
        on: stream,
        argument: 'resource_arn',
        ...(first && { value: first.value }),
        message: `${stream.address} is in ${inWords(own, differing)}, ${nameOfCluster(what)} in ${there}`,
        hint: isArnAlone
          ? `write the ARN with ${inWords(own, differing)}`
          : `${withCluster(stream, what, there)}${isKeyApart && !key ? `, and name a key in ${there}` : ''}`,
        ...evidence(stream, what instanceof ResourceInstance ? what : undefined, 'the cluster'),
      }
    }
    if (key) {
      const { what, place, differing } = key
      const isOwn = differing.every((part) => own[part] !== undefined)
      yield {
        on: stream,
        argument: 'kms_key_id',
        value: what.judged.value,
        message: `${stream.address} is ${isOwn ? 'in' : 'for a cluster in'} ${inWords(home, differing)}, its key ${nameOf(what)} in ${inWords(place, differing)}`,
        hint: differing.includes('account')
          ? 'name a key of another account by its ARN, with lifecycle { ignore_changes = [kms_key_id] }'
          : `name a key in ${inWords(cluster?.place ?? home, differing)}`,
        ...evidence(stream, nearest(what.key), 'the key'),
      }
    }
  }
}

const nameOf = ({ judged: { reference, value }, key }: NamedKey): string =>
  nearest(key)?.address ?? ('text' in reference ? display(reference.text, value) : '')

const nameOfCluster = (what: NamedCluster): string => {
  if (what instanceof ResourceInstance) return `its cluster ${what.address}`
  const arn = knownString(what.value)
  return arn === undefined ? 'its cluster' : `its cluster ${display(arn, what.value)}`
}

const withCluster = (stream: Stream, what: NamedCluster, there: string): string =>
  what instanceof ResourceInstance ? sameProvider(stream, what) : `manage ${stream.address} in ${there}`

const sameProvider = ({ address, reference }: Stream, other: ResourceInstance): string => {
  const { module, resource } = other.reference
  if (module !== reference.module || other.isWithoutSource || other.argument('region')) {
    return `manage ${address} where ${other.address} is`
  }
  return resource.provider === undefined
    ? `leave out provider, as ${other.address} does`
    : `write provider = ${resource.provider}, as ${other.address} has it`
}

const evidence = (
  stream: Stream,
  other: ResourceInstance | undefined,
  what: string,
): Pick<Problem, 'because' | 'related'> => ({
  because: [stream, ...(other ? [other] : [])].flatMap(managed),
  related: other ? [related(other, what)] : [],
})

const managed = (resource: ResourceInstance): readonly string[] => {
  const provider = providerName(resource)
  if (resource.argument('region')) return [`${resource.address} has a region of its own`]
  return provider === undefined ? [] : [`${resource.address} is managed by provider ${provider}`]
}
