import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allowsAnyOf, parseVersionConstraint } from '../../../src/aurora/known-modules/version-constraint.js'

type Version = readonly [number, number, number]

const MOST = 3
const all: readonly Version[] = Array.from({ length: (MOST + 2) ** 3 }, (_, at) => {
  const size = MOST + 2
  return [Math.floor(at / size / size), Math.floor(at / size) % size, at % size]
})

const order = (left: Version, right: Version): number => left[0] - right[0] || left[1] - right[1] || left[2] - right[2]

interface Part {
  readonly operator: string
  readonly version: readonly number[]
}

const full = ([major = 0, minor = 0, patch = 0]: readonly number[]): Version => [major, minor, patch]

/** What Terraform's documentation says of a part, version by version. */
const allows = ({ operator, version }: Part, candidate: Version): boolean => {
  const difference = order(candidate, full(version))
  switch (operator) {
    case '>':
      return difference > 0
    case '>=':
      return difference >= 0
    case '<':
      return difference < 0
    case '<=':
      return difference <= 0
    case '~>': {
      const fixed = version.slice(0, Math.max(1, version.length - 1))
      return difference >= 0 && fixed.every((component, at) => candidate[at] === component)
    }
    default:
      return difference === 0
  }
}

const component = fc.integer({ min: 0, max: MOST })
const part = fc.record({
  operator: fc.constantFrom('', '=', '>', '>=', '<', '<=', '~>'),
  version: fc.array(component, { minLength: 1, maxLength: 3 }),
})

test('a range is allowed where one of its versions is', () => {
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 3 }),
      fc.tuple(component, component, component),
      fc.tuple(component, component, component),
      (parts, from, below) => {
        fc.pre(order(from, below) < 0)
        const constraint = parts.map(({ operator, version }) => `${operator} ${version.join('.')}`).join(', ')
        const allowed = parseVersionConstraint(constraint)
        if (!allowed) throw new Error(`${constraint} is a constraint`)
        const exists = all.some(
          (version) =>
            order(from, version) <= 0 && order(version, below) < 0 && parts.every((one) => allows(one, version)),
        )
        expect(allowsAnyOf(allowed, { from: from.join('.'), below: below.join('.') })).toBe(exists)
      },
    ),
    { seed: 11, numRuns: 3000 },
  )
})

test('what is no constraint is told', () => {
  for (const text of ['', 'latest', '>= 1.0,', '1.0.0.0', '=> 1.0', '^1.0']) {
    expect(parseVersionConstraint(text)).toBeUndefined()
  }
})
