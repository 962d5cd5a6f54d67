import { describe, expect, it, vi } from 'vitest'
import { parseNative } from '../../../src/hcl/index.js'
import { SourceFile } from '../../../src/source/source-file.js'
import { declarationsOf } from '../../../src/terraform/load/declarations.js'
import { moduleContentOf } from '../../../src/terraform/load/module-content.js'
import { arbitrateFile } from '../../../src/terraform/load/parse.js'

const hcl2json = vi.hoisted(() => ({ asked: 0 }))
vi.mock('@cdktf/hcl2json', async (original) => {
  const real = await original<typeof import('@cdktf/hcl2json')>()
  const parse: typeof real.parse = (name, text) => {
    hcl2json.asked += 1
    return real.parse(name, text)
  }
  return { ...real, parse }
})

const judged = async (text: string) => {
  const { diagnostics, source } = await arbitrateFile(parseNative(new SourceFile('main.tf', text)))
  return diagnostics.map(({ message, hint, span }) => ({
    message,
    hint,
    line: span && source.position(span.start).line,
  }))
}

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

describe('a file that both parsers refuse', () => {
  it('has one message for one mistake, without the advice that goes with ours', async () => {
    expect(await judged('resource "a" "b" { engine = "x" # …')).toEqual([
      { message: expect.stringMatching(/^Unclosed configuration block; /), hint: undefined, line: 1 },
    ])
    expect(await judged('x = <<EOT\nfoo\n')).toEqual([
      { message: expect.stringMatching(/^Unterminated template string; /), hint: undefined, line: 1 },
    ])
  })

  it('keeps what is wrong elsewhere in it', async () => {
    expect(await judged('a = "x\nb = 1 2\nc = 3 4 5\n')).toMatchObject([
      { message: expect.stringMatching(/^Invalid multi-line string; /), hint: undefined, line: 1 },
      { message: 'expected a newline behind an argument', line: 2 },
      { message: 'expected a newline behind an argument', line: 3 },
    ])
  })

  it.each([
    ['signs', `${'!'.repeat(20_000)}true`],
    ['conditions', `${'a ? b : '.repeat(20_000)}c`],
    ['brackets', '['.repeat(20_000) + ']'.repeat(20_000)],
  ])('of too many %s is not given to the other, which would die of it', async (_, deep) => {
    const before = hcl2json.asked
    const found = await judged(`locals {\n  x = \n}\nlocals {\n  y = ${deep}\n}\n`)
    expect(found.map(({ message }) => message)).toContain('nested too deeply')
    expect(hcl2json.asked).toBe(before)
  })
})
