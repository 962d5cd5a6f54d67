import { isKnown, resolve } from '../../terraform/values.js'
import { type AwsPlace, awsPlaceOf, type Difference, differences, placeOfArn } from '../places/aws-place.js'
import type { ResourceInstance } from '../resource-instance.js'
import type { KmsKey } from './kms-key.js'
import type { JudgedKey } from './kms-key-reference.js'

/** Where a key has to be looked for, by how it is named: empty where the name says nothing of it. */
export const keyPlace = ({ reference, value }: JudgedKey, key: KmsKey): AwsPlace => {
  const named = value.kind === 'symbolic' ? nearest(key) : undefined
  switch (reference.kind) {
    case 'key-arn':
    case 'alias-arn':
      return resolve(value).kind === 'symbolic' && named ? awsPlaceOf(named) : placeOfArn(value)
    case 'key-id':
      return named && isSingleRegion(key) ? awsPlaceOf(named) : {}
    // An alias of the same name may well be in the other region.
    case 'alias-name':
    case 'quoted-reference':
    case 'no-identifier':
    case 'unknown':
      return {}
    default:
      return reference satisfies never
  }
}

/** The resource or data source that the stream refers to: it lives where its key does. */
export const nearest = (key: KmsKey): ResourceInstance | undefined =>
  key.through[0] ?? (key.kind === 'resource' ? key.key : undefined)

/** The ID of a multi-Region key names its replica in each other region. */
const isSingleRegion = (key: KmsKey): boolean => {
  if (key.kind === 'identifier') return SINGLE_REGION.test(key.text)
  if (key.kind !== 'resource' || /replica/.test(key.key.reference.resource.type)) return false
  const isMultiRegion = key.key.value('multi_region')
  return isMultiRegion === undefined || isKnown(resolve(isMultiRegion), false)
}

const SINGLE_REGION = /(?:^|:key\/)[0-9a-f]{8}-[0-9a-f-]+$/

/** How the place of a key is certainly another than the one where it is used. */
export const keyDistance = (home: AwsPlace, judged: JudgedKey): readonly Difference[] =>
  judged.named().flatMap((key) => differences(home, keyPlace(judged, key)))
