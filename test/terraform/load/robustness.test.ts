import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Module } from '../../../src/terraform/configuration.js'
import { discover, loadRootModule } from '../../../src/terraform/load/index.js'
import { memoryFileSystem } from './memory-file-system.js'

const fragments = [
  'resource "aws_rds_cluster" "a" {',
  'module "m" {',
  'source = "./m"',
  'source = "../"',
  'source = 5',
  'lifecycle {',
  'ignore_changes = [a, "b", 1, a[0].b, all]',
  'ignore_changes = "all"',
  'depends_on = ["a.b", a.b[0], 5, "${a.b}", "a..b", ""]',
  'depends_on = a.b',
  'providers = { aws = aws.west, (a) = "b", 1 = 2 }',
  'provider = "aws."',
  'provider = a["b"]',
  'dynamic "x" {',
  'dynamic {',
  'content {',
  'iterator = "it"',
  'locals {',
  'variable "v" {',
  'type = "list(string)"',
  'type = "list("',
  'terraform {',
  'required_providers {',
  'provider "aws" {',
  'alias = each.key',
  'resource {',
  'output "o" "p" {',
  '}',
  '{',
  '"',
  '<<EOT',
] as const
const native = fc.array(fc.constantFrom(...fragments), { maxLength: 14 }).map((lines) => lines.join('\n'))
const names = fc.constantFrom('resource', 'aws_rds_cluster', 'a', 'module', 'dynamic', 'lifecycle', '__proto__', '//')
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom<unknown>(null, 1, true, '', 'a.b', '${a.b}', '${', './m'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(names, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value
const jsonText = fc.oneof(
  json.map((value) => JSON.stringify(value)),
  fc.string({ maxLength: 20 }),
)

const visit = (module: Module, seen: string[]): void => {
  for (const name of module.resources.keys()) seen.push(module.resources.get(name)?.address ?? name)
  for (const call of module.calls.values()) {
    seen.push(`${call.name} ${call.relevant}`)
    if (call.module.kind === 'module') visit(call.module, seen)
  }
}

describe('any input', () => {
  it('is read without an exception, twice the same', async () => {
    await fc.assert(
      fc.asyncProperty(native, native, jsonText, jsonText, jsonText, async (main, called, data, manifest, values) => {
        const read = async () => {
          const fileSystem = memoryFileSystem({
            'main.tf': `# aws_rds_cluster\n${main}`,
            'x_override.tf': called,
            'more.tf.json': data,
            'm/main.tf': called,
            '.terraform/modules/modules.json': manifest,
            'terraform.tfvars.json': values,
            'a.auto.tfvars': main,
          })
          // The arbiter is a process of its own, too slow to be asked hundreds of times.
          const { reader, rootModules, diagnostics } = await discover(['.'], fileSystem, { arbitrate: false })
          const seen: string[] = []
          for (const { path } of rootModules) {
            const root = loadRootModule(path, reader, { environment: new Map([['TF_VAR_v', values]]), options: [] })
            visit(root.module, seen)
            seen.push(...root.given.keys(), ...root.diagnostics.map(({ message }) => message))
          }
          return [...seen, ...diagnostics.map(({ message }) => message)]
        }
        expect(await read()).toEqual(await read())
      }),
      { seed: 20260101, numRuns: 300 },
    )
  })
})
