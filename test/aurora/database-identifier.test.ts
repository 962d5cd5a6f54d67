import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptedName } from '../../src/aurora/database-identifier.js'

test.each([
  ['[db-name]', 'db_name'],
  ['<user>', 'app_user'],
  ['[admin]', 'app_admin'],
  ['my db', 'my_db'],
  ['orders--db', 'orders_db'],
  ['1-orders', 'app_1_orders'],
  ['_orders-', 'orders'],
  ['données', 'donn_es'],
  ['---', undefined],
])('%s becomes %s', (text, name) => {
  expect(acceptedName(text)).toBe(name)
})

test('a name is accepted, and stays as it is when it is accepted again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const name = acceptedName(text)
      if (name === undefined) return !/[A-Za-z0-9]/.test(text)
      return /^[A-Za-z][A-Za-z0-9_]*$/.test(name) && acceptedName(name) === name
    }),
    { seed: 1, numRuns: 1000 },
  )
})
