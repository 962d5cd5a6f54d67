import { inWords } from '../../src/aurora/aws-place.js'
import { display } from '../../src/aurora/display.js'
import { nearest } from '../../src/aurora/key-place.js'
import { mismatchOf, type NamedKey } from '../../src/aurora/mismatch.js'
import { providerName } from '../../src/aurora/provider.js'
import { related } from '../../src/aurora/related.js'
import type { ResourceInstance } from '../../src/aurora/resource-instance.js'
import type { Stream } from '../../src/aurora/stream.js'
import type { Check, Problem } from '../../src/rule.js'

// RDS and KMS know what is in their own region and account alone; where a provider's alias was forgotten only the apply tells.
export const check: Check = function* ({ streams }) {
  for (const stream of streams) {
    const { own, cluster, key, isKeyApart } = mismatchOf(stream)
    if (cluster) {
      const { what, place, differing } = cluster
      const there = inWords(place, differing)
      const [first] = stream.references
      yield {
        on: stream,
        argument: 'resource_arn',
        ...(first && { value: first.value }),
        message: `${stream.address} is in ${inWords(own, differing)}, its cluster ${what.address} in ${there}`,
        hint: `${sameProvider(stream, what)}${isKeyApart && !key ? `, and name a key in ${there}` : ''}`,
        ...evidence(stream, what, 'the cluster'),
      }
    }
    if (key) {
      const { what, place, differing } = key
      const resource = nearest(what.key)
      yield {
        on: stream,
        argument: 'kms_key_id',
        value: what.judged.value,
        message: `${stream.address} is in ${inWords(own, differing)}, its key ${nameOf(what)} in ${inWords(place, differing)}`,
        hint: differing.includes('account')
          ? 'name a key of another account by its ARN, with lifecycle { ignore_changes = [kms_key_id] }'
          : `name a key in ${inWords(cluster?.place ?? own, differing)}`,
        ...(resource && evidence(stream, resource, 'the key')),
      }
    }
  }
}

const nameOf = ({ judged: { reference, value }, key }: NamedKey): string =>
  nearest(key)?.address ?? ('text' in reference ? display(reference.text, value) : '')

const sameProvider = ({ address, reference }: Stream, other: ResourceInstance): string => {
  const { module, resource } = other.reference
  if (module !== reference.module || other.isWithoutSource || other.argument('region')) {
    return `manage ${address} where ${other.address} is`
  }
  return resource.provider === undefined
    ? `leave out provider, as ${other.address} does`
    : `write provider = ${resource.provider}, as ${other.address} has it`
}

const evidence = (stream: Stream, other: ResourceInstance, what: string): Pick<Problem, 'because' | 'related'> => ({
  because: [stream, other].flatMap(managed),
  related: [related(other, what)],
})

const managed = (resource: ResourceInstance): readonly string[] => {
  const provider = providerName(resource)
  if (resource.argument('region')) return [`${resource.address} has a region of its own`]
  return provider === undefined ? [] : [`${resource.address} is managed by provider ${provider}`]
}
