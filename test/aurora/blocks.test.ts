import { describe, expect, test } from 'vitest'
import { ResourceInstance } from '../../src/aurora/resource-instance.js'
import { evaluatorOf, show } from '../terraform/configured.js'
import { changed, declared, planned } from '../terraform/planned.js'

const GROUP = 'aws_rds_cluster_parameter_group.main'

/** `name = value` of each `parameter` block, then why there may be others. */
const parametersOf = (group: ResourceInstance): readonly string[] => {
  const { all, because } = group.blocks('parameter')
  const worth = (value: ReturnType<ResourceInstance['value']>): string => (value ? show(value) : 'left out')
  return [
    ...all.map((block) => `${worth(block.value('name'))} = ${worth(block.value('value'))}`),
    ...because.map((reason) => `? ${reason}`),
  ]
}

const fromSource = async (body: string, more = ''): Promise<readonly string[]> => {
  const evaluator = await evaluatorOf({
    'main.tf': `resource "aws_rds_cluster_parameter_group" "main" {\n${body}\n}\n${more}\nresource "aws_rds_cluster" "main" {}\n`,
  })
  const { rootInstance } = evaluator
  const resource = rootInstance.module.resources.get(GROUP)
  const [reference] = resource ? evaluator.instancesOf(rootInstance, resource) : []
  if (!reference) throw new Error('there is no parameter group')
  return parametersOf(new ResourceInstance(evaluator, reference))
}

const UNKNOWN = 'variable "list" {}'

describe('nested blocks of source', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['none', '', '', []],
    [
      'written',
      'parameter {\n name = "a"\n value = 1 + 1\n}\nparameter {\n name = "b"\n}',
      '',
      ['"a" = 2', '"b" = left out'],
    ],
    ['null is left out', 'parameter {\n name = "a"\n value = null\n}', '', ['"a" = left out']],
    ['of another type', 'tags {\n name = "a"\n}', '', []],
    [
      'made of a list',
      'dynamic "parameter" {\n for_each = ["x", "y"]\n content {\n name = parameter.value\n value = parameter.key\n}\n}',
      '',
      ['"x" = 0', '"y" = 1'],
    ],
    [
      'made of a map, by another iterator',
      'dynamic "parameter" {\n for_each = { x = 1 }\n iterator = one\n content {\n name = one.key\n value = one.value\n}\n}',
      '',
      ['"x" = 1'],
    ],
    [
      'made of what is not known, beside one that is written',
      'parameter {\n name = "a"\n value = 1\n}\ndynamic "parameter" {\n for_each = var.list\n content {\n name = parameter.value\n}\n}',
      UNKNOWN,
      ['"a" = 1', '? var.list has no value'],
    ],
    ['made of nothing', 'dynamic "parameter" {\n for_each = []\n content {\n name = parameter.value\n}\n}', '', []],
  ])('%s', async (_, body, more, expected) => {
    expect(await fromSource(body, more)).toEqual(expected)
  })
})

describe("nested blocks in a plan's JSON", () => {
  const fromPlan = (expressions: object, change: object): readonly string[] => {
    const plan = planned({ resources: [declared(GROUP, expressions)] }, { resource_changes: [changed(GROUP, change)] })
    return parametersOf(new ResourceInstance(plan.evaluator, plan.instance(GROUP)))
  }

  test.each<[string, object, object, readonly string[]]>([
    ['known', {}, { after: { parameter: [{ name: 'a', value: '1' }] } }, ['"a" = "1"']],
    ['without a value', {}, { after: { parameter: [{ name: 'a', value: null }] } }, ['"a" = left out']],
    [
      'in no order, so that only the values count',
      { parameter: [{ name: { constant_value: 'b' } }, { name: { constant_value: 'a' } }] },
      { after: { parameter: [{ name: 'a' }, { name: 'b' }] } },
      ['"a" = left out', '"b" = left out'],
    ],
    [
      'not known as a whole, but written',
      { parameter: [{ name: { constant_value: 'a' } }] },
      { after: {}, after_unknown: { parameter: true } },
      ['"a" = left out'],
    ],
  ])('%s', (_, expressions, change, expected) => {
    expect(fromPlan(expressions, change)).toEqual(expected)
  })
})
