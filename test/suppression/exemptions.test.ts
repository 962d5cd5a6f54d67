import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exemptionsFrom } from '../../src/suppression/exemptions.js'

const isExempt = (glob: string, address: string): boolean =>
  exemptionsFrom([{ address: glob, rules: [], reason: 'x', file: 'c' }])({ rule: 'a-rule', address }).length === 1

test('a star in an address stands for any text', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '.', '['), { maxLength: 8 }).map((parts) => parts.join(''))
  const glob = fc.array(fc.constantFrom('a', 'b', '.', '[', '*'), { maxLength: 6 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(glob, text, (pattern, address) => {
      const expression = [...pattern].map((letter) => (letter === '*' ? '.*' : `\\${letter}`.replace(/^\\(?=\w)/, '')))
      expect(isExempt(pattern, address)).toBe(new RegExp(`^${expression.join('')}$`).test(address))
    }),
    { seed: 4, numRuns: 3000 },
  )
})

test('many stars take no longer than few', () => {
  expect(isExempt(`${'*a'.repeat(40)}*z`, 'a'.repeat(500))).toBe(false)
  expect(isExempt(`${'*a'.repeat(40)}*z`, `${'a'.repeat(500)}z`)).toBe(true)
})
