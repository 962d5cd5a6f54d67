/** The expectations are what Terraform 1.11.4 plans for the same configurations. */
import { describe, expect, it } from 'vitest'
import { loaded, resourceAt, textOf } from './loading.js'

const base = `
variable "engine" {
  type    = string
  default = "aurora-mysql"
}
locals {
  a = "base-a"
  b = "base-b"
}
resource "aws_rds_cluster" "c" {
  cluster_identifier = "base"
  master_username    = "base"
  restore_to_point_in_time {
    source_cluster_identifier = "base"
  }
  scaling_configuration {
    min_capacity = 2
    max_capacity = 4
  }
  lifecycle {
    prevent_destroy = true
    ignore_changes  = [engine]
  }
}
resource "aws_security_group" "sg" {
  dynamic "ingress" {
    for_each = [1, 2]
    content { from_port = ingress.value }
  }
  ingress { from_port = 9 }
  egress { from_port = 1 }
}
output "o" { value = "base" }
terraform {
  required_providers {
    aws    = { source = "hashicorp/aws", version = "5.0" }
    random = { source = "hashicorp/random" }
  }
}
provider "aws" { region = "us-east-1" }
module "m" {
  source = "./m"
  engine = "base"
  name   = "base"
}
`

describe('override files', () => {
  it('replace arguments by name and nested blocks by type', async () => {
    const { module, messages } = await loaded({
      'main.tf': base,
      'a_override.tf': `
        variable "engine" { default = "aurora-postgresql" }
        locals { a = "first" }
        resource "aws_rds_cluster" "c" {
          master_username = "override"
          scaling_configuration { max_capacity = 8 }
          lifecycle { create_before_destroy = true }
        }
        resource "aws_security_group" "sg" {
          ingress { from_port = 5 }
        }
        output "o" { value = "override" }
        terraform {
          required_providers { aws = { source = "corp/aws" } }
        }
        provider "aws" { region = "us-west-2" }
        provider "google" {}
        module "m" { engine = "override" }`,
      'override.tf': 'locals { a = "second" }',
      'm/main.tf': '',
    })
    expect(messages()).toEqual([])
    const engine = module.variables.get('engine')
    expect(textOf(engine?.default)).toBe('"aurora-postgresql"')
    expect(engine?.type).toMatchObject({ kind: 'variable', name: 'string' })
    expect([...(module.locals ?? [])].map(([name, { argument }]) => [name, textOf(argument)])).toEqual([
      ['a', '"second"'],
      ['b', '"base-b"'],
    ])

    const cluster = resourceAt(module, 'aws_rds_cluster.c')
    expect([...cluster.content.arguments].map(([name, argument]) => [name, textOf(argument)])).toEqual([
      ['cluster_identifier', '"base"'],
      ['master_username', '"override"'],
    ])
    expect(cluster.content.written?.source.path).toBe('main.tf')
    expect(cluster.content.arguments.get('master_username')?.written?.source.path).toBe('a_override.tf')
    const scaling = cluster.content.blocks.filter(({ type }) => type === 'scaling_configuration')
    expect(scaling.map(({ content }) => [...content.arguments.keys()])).toEqual([['max_capacity']])
    expect(cluster.content.blocks.some(({ type }) => type === 'restore_to_point_in_time')).toBe(true)
    expect([...(cluster.lifecycle?.content.arguments.keys() ?? [])]).toEqual([
      'prevent_destroy',
      'ignore_changes',
      'create_before_destroy',
    ])
    expect(cluster.lifecycle?.ignoreChanges).toEqual(['engine'])

    const rules = resourceAt(module, 'aws_security_group.sg').content.blocks
    expect(rules.map(({ type, content }) => [type, textOf(content.arguments.get('from_port'))])).toEqual([
      ['egress', '1'],
      ['ingress', '5'],
    ])
    expect(textOf(module.outputs.get('o')?.value)).toBe('"override"')
    expect([...module.requiredProviders]).toEqual([
      ['aws', { source: 'corp/aws' }],
      ['random', { source: 'hashicorp/random' }],
    ])
    expect(module.providers.map(({ name, content }) => [name, textOf(content.arguments.get('region'))])).toEqual([
      ['aws', '"us-west-2"'],
      ['google', undefined],
    ])
    const call = module.calls.get('m')
    expect(textOf(call?.content.arguments.get('engine'))).toBe('"override"')
    expect(textOf(call?.content.arguments.get('name'))).toBe('"base"')
    expect(textOf(call?.source)).toBe('"./m"')
  })

  it('a dynamic block replaces those of the type that it makes', async () => {
    const { module } = await loaded({
      'main.tf': base,
      'override.tf':
        'resource "aws_security_group" "sg" {\n  dynamic "ingress" {\n    for_each = []\n    content {}\n  }\n}\n',
    })
    const rules = resourceAt(module, 'aws_security_group.sg').content.blocks
    expect(rules.map(({ type, dynamic }) => [type, textOf(dynamic?.forEach)])).toEqual([
      ['egress', undefined],
      ['ingress', '[]'],
    ])
  })

  it.each([
    ['', 'all', 'all'],
    ['[description]', '[policy]', ['policy']],
    ['[description]', '[]', ['description']],
    ['all', '[policy]', 'all'],
  ])('ignore_changes = %s, overridden by %s', async (before, after, expected) => {
    const lifecycle = (text: string) => (text ? `lifecycle {\n    ignore_changes = ${text}\n  }` : '')
    const { module } = await loaded({
      'main.tf': `resource "aws_rds_cluster" "c" {\n  ${lifecycle(before)}\n}\n`,
      'x_override.tf': `resource "aws_rds_cluster" "c" {\n  ${lifecycle(after)}\n}\n`,
    })
    expect(resourceAt(module, 'aws_rds_cluster.c').lifecycle?.ignoreChanges).toEqual(expected)
  })

  it('work across syntaxes', async () => {
    const { module, messages } = await loaded({
      'main.tf': base,
      'x_override.tf.json':
        '{"resource": {"aws_rds_cluster": {"c": {"master_username": "json"}}}, "locals": {"a": "json"}}',
      'm/main.tf': '',
    })
    expect(messages()).toEqual([])
    expect(textOf(resourceAt(module, 'aws_rds_cluster.c').content.arguments.get('master_username'))).toBe('"json"')
    expect(textOf(module.locals?.get('a')?.argument)).toBe('"json"')
  })

  it('change only what exists', async () => {
    const { module, messages } = await loaded({
      'main.tf': 'resource "aws_rds_cluster" "c" {}',
      'override.tf':
        'resource "aws_kms_key" "z" {}\nlocals { q = 1 }\nvariable "v" {}\nprovider "aws" {\n  alias = "w"\n}\nprovider "aws" {}\n',
    })
    expect([...module.resources.keys()]).toEqual(['aws_rds_cluster.c'])
    expect(module.locals?.size).toBe(0)
    expect(messages()).toEqual(
      ['aws_kms_key.z', 'local.q', 'var.v', 'provider.aws.w'].map(
        (address) => `error: ${address} is overridden here, but no other file of the directory declares it`,
      ),
    )
  })
})
