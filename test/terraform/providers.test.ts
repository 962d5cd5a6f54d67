import { describe, expect, test } from 'vitest'
import { regionOf } from '../../src/aurora/places/provider.js'
import { auroraView } from '../../src/aurora/view.js'
import type { ModuleInstance } from '../../src/terraform/module-instance.js'
import { type ProviderBinding, providerOf } from '../../src/terraform/providers.js'
import { evaluatorOf } from './configured.js'

const KEY = 'resource "aws_kms_key" "main" {\n}\n'
const keyWith = (provider: string): string => `resource "aws_kms_key" "main" {\n  provider = ${provider}\n}\n`
const provider = (alias?: string, name = 'aws'): string =>
  `provider "${name}" {\n  ${alias === undefined ? '' : `alias = "${alias}"`}\n}\n`
const call = (name: string, content = ''): string => `module "${name}" {\n  source = "./${name}"\n  ${content}\n}\n`

/** The provider of `aws_kms_key.main` in the module that the calls lead to: `aws`, `aws.us (1 up)`, `none`. */
const providerIn = async (files: Readonly<Record<string, string>>, ...calls: readonly string[]): Promise<string> => {
  const evaluator = await evaluatorOf(files)
  const instance = calls.reduce<ModuleInstance>((module, name) => {
    const found = module.module.calls.get(name)
    const [child] = found ? evaluator.childInstances(module, found) : []
    if (!child) throw new Error(`no module.${name}`)
    return child
  }, evaluator.rootInstance)
  const resource = instance.module.resources.get('aws_kms_key.main')
  if (!resource) throw new Error('no key')
  return shown(providerOf(instance, resource))
}

const shown = (binding: ProviderBinding | undefined): string => {
  if (!binding) return 'none'
  const { name, alias } = binding.configuration
  const up = binding.levelsUp === 0 ? '' : ` (${binding.levelsUp} up)`
  return `${name}${alias === undefined ? '' : `.${alias}`}${up}`
}

describe('within a module', () => {
  test.each([
    ['none is declared', KEY, 'none'],
    ['the default one', provider() + provider('us') + KEY, 'aws'],
    ['only one with an alias', provider('us') + KEY, 'none'],
    ['one by alias', provider() + provider('us') + keyWith('aws.us'), 'aws.us'],
    ['one by alias, quoted', provider() + provider('us') + keyWith('"aws.us"'), 'aws.us'],
    ['the default one by name', provider() + provider('us') + keyWith('aws'), 'aws'],
    ['an alias that is not there', provider() + keyWith('aws.eu'), 'none'],
    ['one of another name', provider() + provider(undefined, 'amazon') + keyWith('amazon'), 'amazon'],
    ['another provider', provider(undefined, 'google') + KEY, 'none'],
  ])('%s', async (_, text, expected) => {
    expect(await providerIn({ 'main.tf': text })).toBe(expected)
  })
})

describe('within a called module', () => {
  const BOTH = provider() + provider('us')

  test.each([
    ['the default one is inherited', BOTH + call('a'), KEY, 'aws (1 up)'],
    ['one with an alias is not', BOTH + call('a'), keyWith('aws.us'), 'none'],
    ['another as the default', `${BOTH}${call('a', 'providers = {\n    aws = aws.us\n  }')}`, KEY, 'aws.us (1 up)'],
    ['quoted', `${BOTH}${call('a', 'providers = {\n    "aws" = "aws.us"\n  }')}`, KEY, 'aws.us (1 up)'],
    [
      'the default as an alias',
      `${BOTH}${call('a', 'providers = {\n    aws.key = aws\n  }')}`,
      keyWith('aws.key'),
      'aws (1 up)',
    ],
    [
      'an alias as another',
      `${BOTH}${call('a', 'providers = {\n    aws.key = aws.us\n  }')}`,
      keyWith('aws.key'),
      'aws.us (1 up)',
    ],
    [
      'what is not named is inherited',
      `${BOTH}${call('a', 'providers = {\n    aws.key = aws.us\n  }')}`,
      KEY,
      'aws (1 up)',
    ],
    ['an empty map hands the default one down', `${BOTH}${call('a', 'providers = {}')}`, KEY, 'aws (1 up)'],
    ['its own before an inherited one', BOTH + call('a'), provider() + KEY, 'aws'],
    ['its own alias', BOTH + call('a'), provider('us') + keyWith('aws.us'), 'aws.us'],
    ['one that nobody declares', `${call('a', 'providers = {\n    aws = aws.us\n  }')}`, KEY, 'none'],
  ])('%s', async (_, main, child, expected) => {
    expect(await providerIn({ 'main.tf': main, 'a/main.tf': child }, 'a')).toBe(expected)
  })

  test.each([
    ['inherited twice', '', '', KEY, 'aws (2 up)'],
    ['handed to the first, inherited by the second', 'providers = {\n    aws = aws.us\n  }', '', KEY, 'aws.us (2 up)'],
    [
      'handed from one to the next',
      'providers = {\n    aws.one = aws.us\n  }',
      'providers = {\n    aws.two = aws.one\n  }',
      keyWith('aws.two'),
      'aws.us (2 up)',
    ],
    [
      'back to the default',
      'providers = {\n    aws.one = aws.us\n  }',
      'providers = {\n    aws = aws.one\n  }',
      KEY,
      'aws.us (2 up)',
    ],
    ['lost on the way', 'providers = {\n    aws.one = aws.us\n  }', '', keyWith('aws.one'), 'none'],
  ])('two calls deep: %s', async (_, first, second, child, expected) => {
    const files = {
      'main.tf': BOTH + call('a', first),
      'a/main.tf': call('b', second).replace('./b', '../b'),
      'b/main.tf': child,
    }
    expect(await providerIn(files, 'a', 'b')).toBe(expected)
  })
})

describe('the region of a cluster', () => {
  const region = async (files: Readonly<Record<string, string>>): Promise<readonly (string | undefined)[]> =>
    auroraView(await evaluatorOf(files), () => []).clusters.map(regionOf)
  const cluster = (content = ''): string => `resource "aws_rds_cluster" "main" {\n  ${content}\n}\n`
  const AWS = 'provider "aws" {\n  region = "eu-west-1"\n}\n'

  test.each([
    ["its provider's", AWS + cluster(), 'eu-west-1'],
    ['its own', AWS + cluster('region = "us-east-1"'), 'us-east-1'],
    ['null is left out', AWS + cluster('region = null'), 'eu-west-1'],
    [
      'by a variable',
      `variable "r" {\n  default = "eu-north-1"\n}\nprovider "aws" {\n  region = var.r\n}\n${cluster()}`,
      'eu-north-1',
    ],
    [
      'by a local',
      `locals {\n  r = "eu-north-1"\n}\nprovider "aws" {\n  region = local.r\n}\n${cluster()}`,
      'eu-north-1',
    ],
    ['by an unknown variable', `variable "r" {}\nprovider "aws" {\n  region = var.r\n}\n${cluster()}`, undefined],
    ["the environment's", cluster(), undefined],
    ["the environment's, with a provider", `provider "aws" {}\n${cluster()}`, undefined],
  ])('%s', async (_, text, expected) => {
    expect(await region({ 'main.tf': text })).toEqual([expected])
  })

  test('a variable of the module that declares the provider, not of that with the cluster', async () => {
    const files = {
      'main.tf': `variable "region" {\n  default = "eu-west-1"\n}\nprovider "aws" {\n  region = var.region\n}\n${call('a', 'region = "us-east-1"')}`,
      'a/main.tf': `variable "region" {}\n${cluster()}`,
    }
    expect(await region(files)).toEqual(['eu-west-1'])
  })
})
