import { describe, expect, test } from 'vitest'
import { DependencyGraph, type Reachability } from '../../src/terraform/dependency-graph.js'
import type { Evaluator } from '../../src/terraform/evaluator.js'
import type { ModuleInstance } from '../../src/terraform/module-instance.js'
import type { ResourceInstanceReference } from '../../src/terraform/reference.js'
import { evaluatorOf } from './configured.js'

/** The resource instance at an address such as `module.db.aws_x.y`, without keys. */
const instanceAt = (evaluator: Evaluator, address: string): ResourceInstanceReference => {
  let module: ModuleInstance = evaluator.rootInstance
  let rest = address
  for (let step = /^module\.([^.]+)\.(.+)$/.exec(rest); step; step = /^module\.([^.]+)\.(.+)$/.exec(rest)) {
    const [, name = '', further = ''] = step
    const call = module.module.calls.get(name)
    const child = call && evaluator.childInstances(module, call)[0]
    if (!child) throw new Error(`no module.${name}`)
    module = child
    rest = further
  }
  const resource = module.module.resources.get(rest)
  const instance = resource && evaluator.instancesOf(module, resource)[0]
  if (!instance) throw new Error(`no ${address}`)
  return instance
}

const reaches = async (files: Readonly<Record<string, string>>, from: string, to: string): Promise<Reachability> => {
  const evaluator = await evaluatorOf(files)
  return new DependencyGraph(evaluator.root.module).reaches(instanceAt(evaluator, from), [instanceAt(evaluator, to)])
}

const resource = (type: string, body = ''): string => `resource "${type}" "x" {\n${body}\n}\n`
const GOAL = resource('aws_goal')

describe('within a module', () => {
  test.each([
    ['depends_on', 'depends_on = [aws_goal.x]', ''],
    ['a quoted depends_on', 'depends_on = ["aws_goal.x"]', ''],
    ['an expression', 'name = "a-${aws_goal.x.id}"', ''],
    ['an arm that is never taken', 'name = true ? "a" : aws_goal.x.id', ''],
    ['a nested block', 'nested {\n  name = aws_goal.x.id\n}', ''],
    ['a dynamic block', 'dynamic "nested" {\n  for_each = aws_goal.x.list\n  content {}\n}', ''],
    ['count', 'count = aws_goal.x.n', ''],
    ['replace_triggered_by', 'lifecycle {\n  replace_triggered_by = [aws_goal.x]\n}', ''],
    [
      'a precondition',
      'lifecycle {\n  precondition {\n    condition = aws_goal.x.id != ""\n    error_message = "no"\n  }\n}',
      '',
    ],
    ['a local value', 'name = local.a', 'locals {\n  a = local.b\n  b = aws_goal.x.id\n}\n'],
    [
      'a resource in between',
      'depends_on = [terraform_data.wait]',
      'resource "terraform_data" "wait" {\n  input = aws_goal.x.id\n}\n',
    ],
    ['a data source in between', 'name = data.aws_y.z.id', 'data "aws_y" "z" {\n  depends_on = [aws_goal.x]\n}\n'],
    ['the provider', '', 'provider "aws" {\n  region = aws_goal.x.region\n}\n'],
  ])('waits by %s', async (_, body, others) => {
    const found = await reaches({ 'main.tf': GOAL + resource('aws_start', body) + others }, 'aws_start.x', 'aws_goal.x')
    expect(found.verdict).toBe('yes')
  })

  test.each([
    ['nothing', '', ''],
    ['a comment', '# aws_goal.x', ''],
    ['text', 'name = "aws_goal.x.id"', ''],
    ['the other way round', '', 'resource "aws_other" "y" {\n  depends_on = [aws_start.x, aws_goal.x]\n}\n'],
    ['an ignored attribute of its own', 'lifecycle {\n  ignore_changes = [name]\n}', ''],
    ['a name bound by a for', 'name = [for aws_goal in ["a"] : aws_goal]', ''],
  ])('does not wait by %s', async (_, body, others) => {
    const found = await reaches({ 'main.tf': GOAL + resource('aws_start', body) + others }, 'aws_start.x', 'aws_goal.x')
    expect(found.verdict).toBe('no')
  })
})

describe('through modules', () => {
  const child = (body: string): string => `variable "id" {}\n${GOAL}output "id" {\n  value = aws_goal.x.id\n}\n${body}`
  const call = (body = ''): string => `module "db" {\n  source = "./db"\n  id = 1\n${body}\n}\n`

  test('by an output, with the path as evidence', async () => {
    const files = { 'main.tf': call() + resource('aws_start', 'name = module.db.id'), 'db/main.tf': child('') }
    expect(await reaches(files, 'aws_start.x', 'module.db.aws_goal.x')).toEqual({
      verdict: 'yes',
      path: ['aws_start.x', 'module.db.output.id', 'module.db.aws_goal.x'],
    })
  })

  test('by depends_on of a whole module', async () => {
    const files = { 'main.tf': call() + resource('aws_start', 'depends_on = [module.db]'), 'db/main.tf': child('') }
    expect((await reaches(files, 'aws_start.x', 'module.db.aws_goal.x')).verdict).toBe('yes')
  })

  test('by a precondition of an output', async () => {
    const asked =
      'output "asked" {\n  value = 1\n  precondition {\n    condition = aws_goal.x.id != ""\n    error_message = "no"\n  }\n}\n'
    const files = { 'main.tf': call() + resource('aws_start', 'name = module.db.asked'), 'db/main.tf': child(asked) }
    expect((await reaches(files, 'aws_start.x', 'module.db.aws_goal.x')).verdict).toBe('yes')
  })

  test('not by another output', async () => {
    const files = {
      'main.tf': call() + resource('aws_start', 'name = module.db.other'),
      'db/main.tf': child('output "other" {\n  value = var.id\n}\n'),
    }
    expect((await reaches(files, 'aws_start.x', 'module.db.aws_goal.x')).verdict).toBe('no')
  })

  test.each([
    [
      'an input',
      'module "m" {\n  source = "./m"\n  id = aws_goal.x.id\n}\n',
      `variable "id" {}\n${resource('aws_start', 'name = var.id')}`,
      'yes',
    ],
    [
      'an input that it does not use',
      'module "m" {\n  source = "./m"\n  id = aws_goal.x.id\n}\n',
      `variable "id" {}\n${resource('aws_start')}`,
      'no',
    ],
    [
      "the call's depends_on",
      'module "m" {\n  source = "./m"\n  depends_on = [aws_goal.x]\n}\n',
      resource('aws_start'),
      'yes',
    ],
    ["the call's count", 'module "m" {\n  source = "./m"\n  count = aws_goal.x.n\n}\n', resource('aws_start'), 'yes'],
  ])('out of a module by %s', async (_, caller, inside, verdict) => {
    const found = await reaches({ 'main.tf': GOAL + caller, 'm/main.tf': inside }, 'module.m.aws_start.x', 'aws_goal.x')
    expect(found.verdict).toBe(verdict)
  })

  test.each([
    ['an output of one that is given the goal', 'id = aws_goal.x.id', 'name = module.away.anything', 'undecided'],
    ['an output of one that is given nothing', '', 'name = module.away.anything', 'no'],
    ['all of one that is given the goal', 'id = aws_goal.x.id', 'depends_on = [module.away]', 'yes'],
  ])('a module that is not at hand: %s', async (_, given, body, verdict) => {
    const away = `module "away" {\n  source = "example.com/a/b/c"\n  ${given}\n}\n`
    const found = await reaches({ 'main.tf': GOAL + away + resource('aws_start', body) }, 'aws_start.x', 'aws_goal.x')
    expect(found.verdict).toBe(verdict)
    if (found.verdict === 'undecided') expect(found.because.join()).toContain('terraform init')
  })

  test('a circle ends', async () => {
    const files = {
      'main.tf': `${GOAL}locals {\n  a = local.b\n  b = local.a\n}\n${resource('aws_start', 'name = local.a')}`,
    }
    expect((await reaches(files, 'aws_start.x', 'aws_goal.x')).verdict).toBe('no')
  })
})
