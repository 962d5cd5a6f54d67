/** Where in AWS something is. */
import type { Value } from '../../terraform/value.js'
import { knownString, resolve } from '../../terraform/values.js'
import type { ResourceInstance } from '../resource-instance.js'
import { providerArgument, providerBlockArguments, regionValueOf } from './provider.js'

/** As far as it is known, and may be said: what is sensitive counts as not known. */
export interface AwsPlace {
  readonly partition?: string
  readonly region?: string
  /** Twelve digits. */
  readonly account?: string
}

/** Regions begin with these in the partitions other than `aws` (source: the endpoints in AWS's SDKs). */
const PARTITIONS: readonly (readonly [prefix: string, partition: string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['eusc-', 'aws-eusc'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
]

const partitionOf = (region: string): string => PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws'

const REGION = /^[a-z]+(?:-[a-z]+)+-\d+$/
const ACCOUNT = /^\d{12}$/

/** What is no name of a region, or no account, is as good as not known. */
const place = (partition: string | undefined, region = '', account = ''): AwsPlace => {
  const isRegion = REGION.test(region)
  const known = partition ?? (isRegion ? partitionOf(region) : undefined)
  return {
    ...(known !== undefined && { partition: known }),
    ...(isRegion && { region }),
    ...(ACCOUNT.test(account) && { account }),
  }
}

const places = new WeakMap<ResourceInstance, AwsPlace>()

/** By the ARN, where a plan knows it, else by the resource's own region and its provider. */
export const awsPlaceOf = (resource: ResourceInstance): AwsPlace => {
  const known = places.get(resource) ?? findPlace(resource)
  places.set(resource, known)
  return known
}

const findPlace = (resource: ResourceInstance): AwsPlace => {
  const arn = resource.value('arn')
  const { partition, region, account }: AwsPlace = arn ? placeOfArn(arn) : {}
  return place(partition, region ?? publicString(regionValueOf(resource)), account ?? accountOf(resource))
}

/** The account of the role that the provider takes on, else the only one that it allows. */
const accountOf = (resource: ResourceInstance): string | undefined => {
  const roles = ['assume_role', 'assume_role_with_web_identity'].flatMap((type) =>
    providerBlockArguments(resource, type, 'role_arn'),
  )
  // Of several, each is taken on with the one before.
  const role = roles.at(-1)
  const [, account] = /^arn:[^:]+:iam::(\d{12}):role\//.exec(publicString(role) ?? '') ?? []
  return account ?? onlyOf(providerArgument(resource, 'allowed_account_ids'))
}

const onlyOf = (value: Value | undefined): string | undefined => {
  const [only, ...others] = value?.kind === 'list' ? value.items : []
  const item = only && !value?.sensitive ? resolve(only) : undefined
  return item?.kind === 'known' && !item.sensitive && others.length === 0 ? String(item.value) : undefined
}

const publicString = (value: Value | undefined): string | undefined =>
  value && resolve(value).sensitive ? undefined : knownString(value)

/** Of an ARN of which parts may be unknown: empty for what is no ARN. */
export const placeOfArn = (value: Value): AwsPlace => {
  const resolved = resolve(value)
  if (resolved.sensitive) return {}
  const parts =
    resolved.kind === 'text' ? resolved.parts.map((part) => (typeof part === 'string' ? part : UNKNOWN)) : []
  const text = parts.length > 0 ? parts.join('') : (knownString(resolved) ?? '')
  const [prefix, partition, , region, account, ...rest] = text.split(':').map(segment)
  return prefix === 'arn' && rest.length > 0 ? place(partition, region, account) : {}
}

/** Stands in no ARN. */
const UNKNOWN = '\0'

const segment = (text: string): string | undefined => (text === '' || text.includes(UNKNOWN) ? undefined : text)

export type Difference = 'region' | 'partition' | 'account'

/** What is certainly different. The regions of two partitions differ anyway: the partition counts where they are not known. */
export const differences = (one: AwsPlace, other: AwsPlace): readonly Difference[] => {
  const differs = (part: Difference): boolean =>
    one[part] !== undefined && other[part] !== undefined && one[part] !== other[part]
  const where: readonly Difference[] = differs('region') ? ['region'] : differs('partition') ? ['partition'] : []
  return differs('account') ? [...where, 'account'] : where
}

/** `region eu-west-1, account 111122223333` */
export const inWords = (place: AwsPlace, parts: readonly Difference[]): string =>
  parts.map((part) => `${part} ${place[part]}`).join(', ')
