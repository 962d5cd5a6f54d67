/** A key that a stream is given otherwise than RDS reports it, and how to name it as RDS does. */
import type { Fix, Unmended } from '../../finding.js'
import { instanceAddress } from '../../terraform/address.js'
import type { Value } from '../../terraform/value.js'
import { display } from '../display.js'
import type { ModuleCluster } from '../known-modules/module-cluster.js'
import { type BareKeyId, bareKeyId, ignoringChanges, nameByBareId } from '../patches/bare-key-id.js'
import { keyInPlace } from '../patches/same-place.js'
import type { Difference } from '../places/aws-place.js'
import { mismatchOf } from '../places/mismatch.js'
import type { Stream } from '../stream.js'
import { keyDistance } from './key-place.js'
import { type NamedKey, otherwiseNamed } from './named-key.js'

const FORMS = { 'key-arn': 'the ARN of a key', 'alias-name': 'an alias', 'alias-arn': 'the ARN of an alias' } as const

export interface MisnamedKey {
  readonly value: Value
  /** `the ARN of a key (aws_kms_key.main.arn)` */
  readonly what: string
  readonly remedy: string
  readonly fix?: Fix | Unmended | undefined
}

/** Of a stream; `undefined` where its key is named by its bare ID, or nobody knows. */
export const misnamedKeyOf = (stream: Stream, streams: readonly Stream[] = [stream]): MisnamedKey | undefined => {
  const all = otherwiseNamed(stream.keys)
  const [named] = all
  if (!named) return undefined
  const distance = distanceOf(stream, named)
  // The bare ID names no key of another region or account.
  const bare = distance.length > 0 ? undefined : all.map((each) => bareKeyId(stream, each, streams))
  return {
    value: named.value,
    what: described(named),
    remedy: bare ? remedy(named.reference, bare[0]) + reservation(named, bare[0]) : remedyFarAway(distance),
    get fix() {
      if (all.some(({ value }) => value.sensitive)) return undefined
      if (bare) return nameByBareId(stream, bare)
      return distance.includes('account') ? ignoringChanges(stream) : keyInPlace(stream, streams)
    },
  }
}

/** Where the stream alone is in the wrong place, the key is where it belongs. */
const distanceOf = (stream: Stream, named: NamedKey): readonly Difference[] => {
  const { home, cluster, isKeyApart } = mismatchOf(stream)
  return cluster && !isKeyApart ? [] : keyDistance(home, named)
}

/** Of the stream that a known module makes of its inputs: it hands the key on as it is. */
export const misnamedInputOf = (cluster: ModuleCluster): MisnamedKey | undefined => {
  const [named] = otherwiseNamed(cluster.keys)
  return named && { value: named.value, what: described(named), remedy: remedy(named.reference, undefined) }
}

const described = ({ reference, value }: NamedKey): string =>
  `${FORMS[reference.kind]} (${reference.reference ? reference.text : display(reference.text, value)})`

const remedyFarAway = (distance: readonly Difference[]): string =>
  distance.includes('account')
    ? 'add lifecycle { ignore_changes = [kms_key_id] }: a key of another account needs its ARN'
    : "write the bare ID of a key in the stream's own region"

const remedy = ({ reference }: NamedKey['reference'], bare: BareKeyId | undefined): string => {
  if (bare) return `write ${bare.reference}, the bare key ID that RDS reports`
  if (!reference) return 'write the bare key ID, as RDS reports it'
  const { symbolic, attribute } = reference
  return `hand on ${attribute} of ${instanceAddress(symbolic.of)}, the bare key ID that RDS reports, instead of its ${symbolic.path.join('.')}`
}

/** A module may hand one input on to the stream and to the cluster's storage, which takes nothing but an ARN. */
const reservation = ({ value: { passed } }: NamedKey, bare: BareKeyId | undefined): string =>
  !passed || !bare || bare.isOwn
    ? ''
    : `; where something else reads ${passed.name}, give the stream an input of its own`
