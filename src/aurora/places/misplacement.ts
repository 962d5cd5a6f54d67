/** A stream that is not where its cluster or its key is, and what would bring them together. */
import type { Fix, Related, Unmended } from '../../finding.js'
import type { Value } from '../../terraform/value.js'
import { knownString } from '../../terraform/values.js'
import { display } from '../display.js'
import { nearest } from '../keys/key-place.js'
import { keyInPlace, streamInPlace } from '../patches/same-place.js'
import { related } from '../related.js'
import { ResourceInstance } from '../resource-instance.js'
import type { Stream } from '../stream.js'
import { inWords } from './aws-place.js'
import { type Mismatch, mismatchOf, type NamedCluster, type NamedKey } from './mismatch.js'
import { providerName } from './provider.js'

export interface Misplacement {
  /** The stream's argument that leads elsewhere. */
  readonly argument: string
  readonly value?: Value
  /** `is in region us-east-1, its cluster aws_rds_cluster.main in region us-west-2` */
  readonly what: string
  readonly remedy: string
  readonly because: readonly string[]
  readonly related: readonly Related[]
  readonly fix: Fix | Unmended | undefined
}

export const misplacementsOf = (stream: Stream, streams: readonly Stream[] = [stream]): readonly Misplacement[] => {
  const mismatch = mismatchOf(stream)
  return [
    ...fromCluster(stream, mismatch).map((each) => ({ ...each, fix: streamInPlace(stream, streams) })),
    ...fromKey(stream, mismatch).map((each) => ({ ...each, fix: keyInPlace(stream, streams) })),
  ]
}

type Description = Omit<Misplacement, 'fix'>

const fromCluster = (stream: Stream, { own, cluster, key, isKeyApart }: Mismatch): readonly Description[] => {
  if (!cluster) return []
  const { what, place, differing } = cluster
  const there = inWords(place, differing)
  const isArnAlone = !(what instanceof ResourceInstance) && differing.includes('partition')
  const [first] = stream.references
  return [
    {
      argument: 'resource_arn',
      ...(first && { value: first.value }),
      what: `is in ${inWords(own, differing)}, ${nameOfCluster(what)} in ${there}`,
      remedy: isArnAlone
        ? `write the ARN with ${inWords(own, differing)}`
        : `${withCluster(stream, what, there)}${isKeyApart && !key ? `, and name a key in ${there}` : ''}`,
      ...evidence(stream, what instanceof ResourceInstance ? what : undefined, 'the cluster'),
    },
  ]
}

const fromKey = (stream: Stream, { own, home, cluster, key }: Mismatch): readonly Description[] => {
  if (!key) return []
  const { what, place, differing } = key
  const isOwn = differing.every((part) => own[part] !== undefined)
  return [
    {
      argument: 'kms_key_id',
      value: what.judged.value,
      what: `is ${isOwn ? 'in' : 'for a cluster in'} ${inWords(home, differing)}, its key ${nameOf(what)} in ${inWords(place, differing)}`,
      remedy: differing.includes('account')
        ? 'name a key of another account by its ARN, with lifecycle { ignore_changes = [kms_key_id] }'
        : `name a key in ${inWords(cluster?.place ?? home, differing)}`,
      ...evidence(stream, nearest(what.key), 'the key'),
    },
  ]
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

/** Where the two get their places from. */
const evidence = (
  stream: Stream,
  other: ResourceInstance | undefined,
  what: string,
): Pick<Misplacement, 'because' | 'related'> => ({
  because: [stream, ...(other ? [other] : [])].flatMap(managed),
  related: other ? [related(other, what)] : [],
})

const managed = (resource: ResourceInstance): readonly string[] => {
  const provider = providerName(resource)
  if (resource.argument('region')) return [`${resource.address} has a region of its own`]
  return provider === undefined ? [] : [`${resource.address} is managed by provider ${provider}`]
}
