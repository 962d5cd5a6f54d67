import { describe, expect, it } from 'vitest'
import { moduleAddressOf, moduleNamesOf } from '../../src/plan/address.js'

describe('moduleAddressOf', () => {
  it.each([
    ['aws_kms_key.main', ''],
    ['data.aws_kms_key.module', ''],
    ['aws_kms_key.main["module.a.aws_kms_key.b"]', ''],
    ['module.a.aws_kms_key.main[0]', 'module.a'],
    ['module.a[0].module.b["c"].data.aws_kms_key.main', 'module.a[0].module.b["c"]'],
    ['module.module.module.module.aws_kms_key.main', 'module.module.module.module'],
    ['module.a["].b[\\"\\\\"].aws_kms_key.main["module.x"]', 'module.a["].b[\\"\\\\"]'],
    ['module.a["unclosed', 'module.a["unclosed'],
    ['module.', 'module.'],
    ['', ''],
  ])('of %s', (address, module) => {
    expect(moduleAddressOf(address)).toBe(module)
  })
})

it.each([
  ['', []],
  ['module.db', ['db']],
  ['module.db["b"].module.audit[0]', ['db', 'audit']],
  ['module.db["x].module.y"].module.audit', ['db', 'audit']],
])('the calls that lead to %s', (address, names) => {
  expect(moduleNamesOf(address)).toEqual(names)
})
