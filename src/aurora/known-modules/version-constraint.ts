/** Which versions of a module a call allows, as far as ranges of them have to be told apart. */

/** Major, minor, patch. */
type Version = readonly [number, number, number]

interface Bound {
  readonly version: Version
  readonly inclusive: boolean
}

/** The versions that all parts of a constraint allow; `!=` is left out: it takes no range away. */
export interface AllowedVersions {
  readonly least?: Bound
  readonly most?: Bound
}

export const ANY_VERSION: AllowedVersions = {}

/** `undefined` for what is no constraint of Terraform's. */
export const parseVersionConstraint = (text: string): AllowedVersions | undefined => {
  let allowed: AllowedVersions = ANY_VERSION
  for (const part of text.split(',')) {
    const own = parsePart(part)
    if (!own) return undefined
    allowed = both(allowed, own)
  }
  return allowed
}

/** A tag names one version; a branch, a commit and a tag that moves (`v2`) name none. */
export const versionOfTag = (ref: string): AllowedVersions | undefined => {
  const [, text] = /^(?:refs\/)?(?:tags\/)?v?(\d+\.\d+(?:\.\d+)?)$/.exec(ref) ?? []
  return text === undefined ? undefined : parsePart(text)
}

/** Whether any version from `from` on and below `below` is allowed. */
export const allowsAnyOf = ({ least, most }: AllowedVersions, range: { from: string; below: string }): boolean => {
  const from = { version: components(range.from), inclusive: true }
  const below = { version: components(range.below), inclusive: false }
  return isBefore(least ?? from, below) && isBefore(from, most ?? below) && isBefore(least ?? from, most ?? below)
}

const parsePart = (part: string): AllowedVersions | undefined => {
  const [, operator = '=', text] =
    /^\s*(=|!=|>=|<=|~>|>|<)?\s*v?(\d+(?:\.\d+){0,2})(?:[-+][\w.+-]+)?\s*$/.exec(part) ?? []
  if (text === undefined) return undefined
  const version = components(text)
  const at = { version, inclusive: true }
  const beside = { version, inclusive: false }
  switch (operator) {
    case '=':
      return { least: at, most: at }
    case '!=':
      return ANY_VERSION
    case '>=':
      return { least: at }
    case '>':
      return { least: beside }
    case '<=':
      return { most: at }
    case '<':
      return { most: beside }
    default:
      return { least: at, most: { version: nextOf(text), inclusive: false } }
  }
}

/** `~>` lets the last component that is written grow: `~> 9.1` ends before 10, `~> 9.1.2` before 9.2. */
const nextOf = (text: string): Version => {
  const [major, minor] = components(text)
  return text.split('.').length === 3 ? [major, minor + 1, 0] : [major + 1, 0, 0]
}

const components = (text: string): Version => {
  const [major = 0, minor = 0, patch = 0] = text.split('.').map(Number)
  return [major, minor, patch]
}

const both = (left: AllowedVersions, right: AllowedVersions): AllowedVersions => {
  const least = tighter(left.least, right.least, 1)
  const most = tighter(left.most, right.most, -1)
  return { ...(least && { least }), ...(most && { most }) }
}

const tighter = (left: Bound | undefined, right: Bound | undefined, sign: 1 | -1): Bound | undefined => {
  if (!left || !right) return left ?? right
  const difference = sign * compare(left.version, right.version)
  if (difference !== 0) return difference > 0 ? left : right
  return left.inclusive ? right : left
}

/** Whether a version lies between the two. */
const isBefore = (least: Bound, most: Bound): boolean => {
  const difference = compare(least.version, most.version)
  return difference < 0 || (difference === 0 && least.inclusive && most.inclusive)
}

const compare = (left: Version, right: Version): number =>
  left[0] - right[0] || left[1] - right[1] || left[2] - right[2]
