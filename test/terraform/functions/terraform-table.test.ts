import { describe, expect, test } from 'vitest'
import { loadYaml } from '../../../src/lint/yaml.js'
import { callFunction } from '../../../src/terraform/functions/index.js'
import {
  askTerraform,
  jsonOf,
  type Row,
  readTable,
  spelled,
  tableNames,
  terraformValue,
  writeTable,
} from './terraform-table.js'

/** Write the tables anew with what the Terraform at hand answers. */
const update = process.env.UPDATE_FUNCTION_TABLES === '1'

const readYaml = await loadYaml()

const ours = ({ call: [name, ...args] }: Row) => callFunction(name, args.map(terraformValue), { yaml: () => readYaml })

describe.each(tableNames)('%s', (name) => {
  const rows = readTable(name)

  test.each(rows.map((row) => [spelled(row), row] as const))('%s', (_, row) => {
    const result = ours(row)
    if (row.fails) expect(result).toMatchObject({ kind: 'unknown', failed: true })
    else expect(jsonOf(result), JSON.stringify(result)).toEqual(row.gives)
  })

  test('is what Terraform on this machine answers', (context) => {
    const answers = askTerraform(rows)
    if (answers === undefined) return context.skip('terraform is not on the PATH')
    if (update) writeTable(name, answers)
    else expect(answers).toEqual(rows)
  })
})

test('YAML that would take the process with it is given up before it is parsed', () => {
  for (const opening of ['[', '{', '- ', '? ']) {
    expect(() => readYaml(opening.repeat(50_000))).toThrow('it is nested too deeply')
  }
})
