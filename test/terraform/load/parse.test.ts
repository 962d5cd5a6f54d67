import { describe, expect, it } from 'vitest'
import { parseNative } from '../../../src/hcl/index.js'
import { SourceFile } from '../../../src/source/source-file.js'
import { declarationsOf } from '../../../src/terraform/load/declarations.js'
import { moduleContentOf } from '../../../src/terraform/load/module-content.js'
import { arbitrateFile } from '../../../src/terraform/load/parse.js'

const text = `
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
variable "names" {
  type    = list(string)
  default = ["a"]
}
locals {
  engine = "aurora-mysql"
}
resource "aws_rds_cluster" "main" {
  count      = 2
  provider   = aws.west
  engine     = local.engine
  depends_on = [aws_kms_key.main]
  scaling_configuration {
    max_capacity = 8
  }
  lifecycle {
    ignore_changes = [kms_key_id]
  }
}
module "m" {
  source    = "./m"
  providers = { aws = aws.west }
}
output "arn" {
  value = aws_rds_cluster.main[0].arn
}
`

describe('a file that only our parser refuses', () => {
  it('is read as HashiCorp reads it, with a warning', async () => {
    const parsed = parseNative(new SourceFile('main.tf', text))
    const diagnostics = [{ severity: 'error', message: 'not understood', span: { start: 1, end: 2 } }] as const
    const judged = await arbitrateFile({ ...parsed, diagnostics })
    expect(judged.diagnostics).toMatchObject([{ severity: 'warning', file: 'main.tf', span: { start: 1, end: 2 } }])
    expect(judged.source.faithful).toBe(false)

    const module = moduleContentOf(declarationsOf([{ parsed: judged, override: false }]))
    const main = module.resources.get('aws_rds_cluster.main')
    expect(main).toMatchObject({ provider: 'aws.west', lifecycle: { ignoreChanges: ['kms_key_id'] } })
    expect(main?.count?.expression).toMatchObject({ value: 2 })
    expect(main?.dependsOn).toMatchObject([{ expression: { kind: 'access', source: { name: 'aws_kms_key' } } }])
    expect(main?.content.blocks.map(({ type }) => type)).toContain('scaling_configuration')
    expect(module.variables.get('names')?.type).toMatchObject({ kind: 'call', name: 'list' })
    expect([...module.requiredProviders]).toEqual([['aws', { source: 'hashicorp/aws' }]])
    expect([...module.outputs.keys()]).toEqual(['arn'])
  })
})
