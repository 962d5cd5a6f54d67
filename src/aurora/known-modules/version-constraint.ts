/** Which versions of a module a call allows, as far as ranges of them have to be told apart. */

/** Major, minor, patch; what follows a hyphen is left out. */
type Version = readonly [number, number, number]

/** From the one on, and below the other: what all parts of a constraint allow. `!=` is left out: it takes no range away. */
export interface AllowedVersions {
  readonly from: Version
  readonly below: Version
}

const END: Version = [Number.POSITIVE_INFINITY, 0, 0]

export const ANY_VERSION: AllowedVersions = { from: [0, 0, 0], below: END }

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
export const allowsAnyOf = (allowed: AllowedVersions, range: { from: string; below: string }): boolean => {
  const { from, below } = both(allowed, { from: components(range.from), below: components(range.below) })
  return compare(from, below) < 0
}

const parsePart = (part: string): AllowedVersions | undefined => {
  const [, operator = '=', text] =
    /^\s*(=|!=|>=|<=|~>|>|<)?\s*v?(\d+(?:\.\d+){0,2})(?:[-+][\w.+-]+)?\s*$/.exec(part) ?? []
  if (text === undefined) return undefined
  const version = components(text)
  const [major, minor, patch] = version
  const next: Version = [major, minor, patch + 1]
  switch (operator) {
    case '=':
      return { from: version, below: next }
    case '!=':
      return ANY_VERSION
    case '>=':
      return { ...ANY_VERSION, from: version }
    case '>':
      return { ...ANY_VERSION, from: next }
    case '<=':
      return { ...ANY_VERSION, below: next }
    case '<':
      return { ...ANY_VERSION, below: version }
    default:
      // `~>` lets the last component that is written grow: `~> 9.1` ends before 10, `~> 9.1.2` before 9.2.
      return { from: version, below: text.split('.').length === 3 ? [major, minor + 1, 0] : [major + 1, 0, 0] }
  }
}

const components = (text: string): Version => {
  const [major = 0, minor = 0, patch = 0] = text.split('.').map(Number)
  return [major, minor, patch]
}

const both = (left: AllowedVersions, right: AllowedVersions): AllowedVersions => ({
  from: compare(left.from, right.from) > 0 ? left.from : right.from,
  below: compare(left.below, right.below) < 0 ? left.below : right.below,
})

const compare = (left: Version, right: Version): number =>
  left[0] === right[0] ? left[1] - right[1] || left[2] - right[2] : left[0] < right[0] ? -1 : 1
