import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseModuleSource } from '../../../src/aurora/known-modules/module-source.js'

const REGISTRY = { kind: 'registry', address: 'cloudposse/rds-cluster/aws', directory: '' }
const REPOSITORY = { kind: 'repository', repository: 'github.com/cds-snc/terraform-modules', directory: '' }
const STREAM = { ...REPOSITORY, directory: 'rds_activity_stream', ref: 'v9.3.6' }

describe('a source names', () => {
  test.each([
    'cloudposse/rds-cluster/aws',
    'registry.terraform.io/cloudposse/rds-cluster/aws',
    'registry.opentofu.org/cloudposse/rds-cluster/aws',
    'Registry.Terraform.io/cloudposse/rds-cluster/aws',
  ])('a module of the public registry: %s', (source) => {
    expect(parseModuleSource(source)).toEqual(REGISTRY)
    expect(parseModuleSource(`${source}//modules/inner`)).toEqual({ ...REGISTRY, directory: 'modules/inner' })
  })

  test.each([
    'github.com/cds-snc/terraform-modules',
    'https://github.com/cds-snc/terraform-modules',
    'git::https://github.com/cds-snc/terraform-modules.git',
    'git::https://token@github.com/cds-snc/terraform-modules.git',
    'git::ssh://git@github.com/cds-snc/terraform-modules.git',
    'git::git@github.com:cds-snc/terraform-modules.git',
    'git@github.com:cds-snc/terraform-modules.git',
    'git::https://GitHub.com/CDS-SNC/terraform-modules',
  ])('a repository on GitHub: %s', (source) => {
    expect(parseModuleSource(source)).toEqual(REPOSITORY)
    expect(parseModuleSource(`${source}//rds_activity_stream?ref=v9.3.6`)).toEqual(STREAM)
    expect(parseModuleSource(`${source}//rds_activity_stream/?depth=1&ref=v9.3.6`)).toEqual(STREAM)
  })

  test.each([
    '',
    './rds-cluster',
    '../modules/rds-cluster/aws',
    'app.terraform.io/cloudposse/rds-cluster/aws',
    'gitlab.com/cloudposse/terraform-aws-rds-cluster',
    'git::https://github.example.com/cloudposse/terraform-aws-rds-cluster.git',
    'git::https://example.com/github.com/cloudposse/terraform-aws-rds-cluster.git',
    'https://github.com/cloudposse/terraform-aws-rds-cluster/archive/refs/tags/2.5.0.tar.gz',
    's3::https://s3.amazonaws.com/modules/rds-cluster.zip',
    'rds-cluster/aws',
  ])('nothing that is known: %j', (source) => {
    expect(parseModuleSource(source)).toBeUndefined()
  })

  test('whatever it is, without an error, and in time', () => {
    const piece = fc.constantFrom(
      'git::',
      'https://',
      'github.com',
      '/',
      '//',
      ':',
      '@',
      '?ref=',
      'a',
      '.git',
      '-',
      '.',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(() => parseModuleSource(pieces.join(''))).not.toThrow()
      }),
      { seed: 7, numRuns: 500 },
    )
  })
})
