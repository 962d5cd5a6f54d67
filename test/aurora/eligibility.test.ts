import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import table from '../../src/aurora/eligibility/eligibility.json' with { type: 'json' }
import { isUnsupportedVersion, leastVersion, suggestedVersion } from '../../src/aurora/eligibility/engine-version.js'
import type { StreamingEngine } from '../../src/aurora/eligibility/engines.js'
import { suggestedClass, supportedFamilies, unsupportedClass } from '../../src/aurora/eligibility/instance-class.js'
import { isUnsupportedRegion } from '../../src/aurora/eligibility/region.js'

const root = join(import.meta.dirname, '..', '..')
const ENGINES: readonly StreamingEngine[] = ['aurora-mysql', 'aurora-postgresql']

describe('the table', () => {
  test('is as its schema describes it', () => {
    const schema: unknown = JSON.parse(readFileSync(join(root, 'schemas', 'eligibility.schema.json'), 'utf8'))
    const validate = new Ajv({ allErrors: true }).compile(schema as object)
    expect(validate(table), JSON.stringify(validate.errors)).toBe(true)
  })

  test.each(ENGINES)('says one thing of each instance family of %s', (engine) => {
    const { supported, unlisted } = table.instanceClasses.engines[engine]
    const families = [...supported, ...unlisted, ...table.instanceClasses.unsupported]
    expect(families).toEqual([...new Set(families)])
    for (const family of supported) expect(unsupportedClass(engine, `db.${family}.large`)).toBeUndefined()
    for (const family of unlisted) expect(unsupportedClass(engine, `db.${family}.large`)).toBe('unlisted')
  })

  test.each(ENGINES)('has the versions of %s in ascending order', (engine) => {
    const bounds = table.versions.engines[engine].supported.flatMap((range) => [
      range.from,
      ...('before' in range ? [range.before] : []),
    ])
    const sorted = [...bounds].sort((left, right) => left.localeCompare(right, 'en', { numeric: true }))
    expect(bounds).toEqual(sorted)
    expect(table.versions.engines[engine].supported.at(-1)).not.toHaveProperty('before')
  })
})

describe('a version', () => {
  test.each([
    ['5.7.mysql_aurora.2.10.5', true],
    ['5.7.mysql_aurora.2.10', true],
    ['5.7.mysql_aurora.2.07.10', true],
    ['5.7.mysql_aurora.2.11.0', false],
    ['5.7.mysql_aurora.2.11', false],
    ['5.7.mysql_aurora.2.12.5', false],
    ['5.7.mysql_aurora.2', false],
    ['8.0.mysql_aurora.3.01.0', false],
    ['8.0.mysql_aurora.3.04.0', false],
    ['8.4.mysql_aurora.8.4.7', false],
    ['5.6.mysql_aurora.1.23.4', true],
    ['5.6', true],
    ['5.6.10a', true],
    ['5.7', false],
    ['5.7.12', false],
    ['8.0', false],
    ['8.0.28', false],
    ['8.4', false],
  ])('of Aurora MySQL: %s', (version, isUnsupported) => {
    expect(isUnsupportedVersion('aurora-mysql', version)).toBe(isUnsupported)
  })

  test.each([
    ['9.6', true],
    ['9.6.22', true],
    ['10', false],
    ['10.4', true],
    ['10.10', true],
    ['10.11', false],
    ['10.21', false],
    ['11', false],
    ['11.1', true],
    ['11.8', true],
    ['11.9', false],
    ['11.9.4', false],
    ['11.10', true],
    ['11.12', true],
    ['11.13', false],
    ['11.21', false],
    ['12.4', false],
    ['13', false],
    ['13.9', false],
    ['16.4-limitless', false],
    ['18.1', false],
  ])('of Aurora PostgreSQL: %s', (version, isUnsupported) => {
    expect(isUnsupportedVersion('aurora-postgresql', version)).toBe(isUnsupported)
  })

  test.each(ENGINES)('of %s that cannot be read is not judged', (engine) => {
    for (const text of [
      '',
      ' 9.6',
      'latest',
      'v9.6',
      '9.',
      '.6',
      '5.7.mysql_aurora',
      '5.7.mysql_aurora.x',
      '__proto__',
    ]) {
      expect(isUnsupportedVersion(engine, text), text).toBe(false)
    }
    const unreadable = fc.string().filter((text) => !/^\d/.test(text))
    fc.assert(
      fc.property(unreadable, (text) => !isUnsupportedVersion(engine, text)),
      { seed: 1, numRuns: 300 },
    )
  })

  test('that begins another one is unsupported only where that one is', () => {
    const components = fc.array(fc.nat(20), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(components, fc.nat(20), (version, next) => {
        const isUnsupported = (parts: readonly number[]): boolean =>
          isUnsupportedVersion('aurora-postgresql', parts.join('.'))
        return !isUnsupported(version) || isUnsupported([...version, next])
      }),
      { seed: 2, numRuns: 2000 },
    )
  })

  test.each([
    ['aurora-mysql', '5.7.mysql_aurora.2.10.5', '5.7.mysql_aurora.2.11.2'],
    ['aurora-mysql', '5.6.mysql_aurora.1.23.4', '5.7.mysql_aurora.2.11.2'],
    ['aurora-mysql', '5.6.10a', '5.7.mysql_aurora.2.11.2'],
    ['aurora-mysql', '5.6', '5.7.mysql_aurora.2.11.2'],
    ['aurora-mysql', 'latest', undefined],
    ['aurora-postgresql', '9.6.22', '11.9'],
    ['aurora-postgresql', '10.7', '11.9'],
    ['aurora-postgresql', '11.8', '11.9'],
    // The versions from 11.13 to 11.20 can stream, and RDS offers them no more.
    ['aurora-postgresql', '11.10', '11.21'],
    ['aurora-postgresql', '11.12', '11.21'],
    ['aurora-postgresql', 'v9', undefined],
  ] as const)('of %s, %s, has a successor: %s', (engine, version, successor) => {
    expect(suggestedVersion(engine, version)).toBe(successor)
  })

  test.each(ENGINES)('of %s that is suggested has streams', (engine) => {
    const { suggested } = table.versions.engines[engine]
    for (const version of suggested) expect(isUnsupportedVersion(engine, version)).toBe(false)
    expect(suggested).toEqual([...suggested].sort((left, right) => left.localeCompare(right, 'en', { numeric: true })))
  })

  test('with streams is named for those that have none', () => {
    expect(ENGINES.map(leastVersion)).toEqual(['Aurora MySQL 2.11', 'Aurora PostgreSQL 11.13'])
  })
})

describe('an instance class', () => {
  test.each([
    ['db.t2.small', 'db.r5.large'],
    ['db.t3.medium', 'db.r5.large'],
    ['db.t3.2xlarge', 'db.r5.2xlarge'],
    ['db.t4g.medium', 'db.r6g.large'],
    ['db.serverless', 'db.r6g.large'],
    ['db.m5d.large', 'db.r5.large'],
    ['db.m5d.4xlarge', 'db.r5.4xlarge'],
    ['db.m4.10xlarge', 'db.r5.12xlarge'],
    ['db.m6g.16xlarge', 'db.r6g.16xlarge'],
    ['db.m6i.32xlarge', 'db.r6i.32xlarge'],
    ['db.m8g.48xlarge', 'db.r8g.48xlarge'],
    ['db.r3.8xlarge', 'db.r5.8xlarge'],
    ['db.r5b.8xlarge.tpc2.mem3x', 'db.r5.8xlarge'],
    ['db.r6gd.xlarge', 'db.r6g.xlarge'],
    ['db.r8gd.48xlarge', 'db.r8g.48xlarge'],
    ['db.r6id.24xlarge', 'db.r6i.24xlarge'],
    ['db.m7i.48xlarge', undefined],
    ['db.m5.metal', undefined],
    ['m5.large', undefined],
  ])('%s has a successor: %s', (name, successor) => {
    for (const engine of ENGINES) expect(suggestedClass(engine, name)).toBe(successor)
  })

  test('that is suggested can stream, whatever the engine', () => {
    for (const engine of ENGINES) {
      for (const { family } of table.instanceClasses.suggested) {
        expect(table.instanceClasses.engines[engine].supported).toContain(family)
      }
    }
  })

  test.each([
    ['db.serverless', 'unsupported'],
    ['db.t2.small', 'unsupported'],
    ['db.t3.medium', 'unsupported'],
    ['db.t4g.large', 'unsupported'],
    ['db.m5d.large', 'not-aurora'],
    ['db.m7g.large', 'not-aurora'],
    ['db.z1d.large', 'not-aurora'],
    ['db.x1e.xlarge', 'not-aurora'],
    ['db.x2iezn.xlarge', 'not-aurora'],
    ['db.r5b.large', 'not-aurora'],
    ['db.r5d.large', 'not-aurora'],
    ['db.x2g.large', undefined],
    ['db.r5.large', undefined],
    ['db.r99z.large', undefined],
    ['db.', undefined],
    ['r5.large', undefined],
    ['', undefined],
  ])('of both engines: %s', (name, unsupported) => {
    expect(ENGINES.map((engine) => unsupportedClass(engine, name))).toEqual([unsupported, unsupported])
  })

  test('of one engine is not one of the other', () => {
    expect(unsupportedClass('aurora-mysql', 'db.r6id.32xlarge')).toBe('unlisted')
    expect(unsupportedClass('aurora-postgresql', 'db.r6id.32xlarge')).toBeUndefined()
    expect(unsupportedClass('aurora-postgresql', 'db.r8gd.xlarge')).toBe('unlisted')
    expect(supportedFamilies('aurora-postgresql')).toContain('db.r4')
  })
})

test('a region is without streams only where the table says so', () => {
  expect(['cn-north-1', 'ca-west-1', 'us-gov-east-1'].filter(isUnsupportedRegion)).toHaveLength(3)
  expect(['us-east-1', 'ca-central-1', 'mars-north-1', '', '__proto__'].filter(isUnsupportedRegion)).toEqual([])
})
