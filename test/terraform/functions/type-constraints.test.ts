/** What a variable of a type makes of a value, compared with real Terraform. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Expression, parseNative } from '../../../src/hcl/index.js'
import { SourceFile } from '../../../src/source/source-file.js'
import { choice, known, list, mapping } from '../../../src/terraform/construct.js'
import { convert, parseTypeConstraint, toBool, toNumber, toStringValue } from '../../../src/terraform/conversion.js'
import { identity } from '../../../src/terraform/identity.js'
import type { Value } from '../../../src/terraform/value.js'
import { type Json, jsonOf } from './terraform-table.js'
import { cluster, instances, variable } from './values.js'

interface Conversion {
  readonly type: string
  /** As HCL spells it. */
  readonly value: string
  readonly gives?: Json
  readonly fails?: true
}

const path = fileURLToPath(new URL('conversions/conversions.json', import.meta.url))
const rows: readonly Conversion[] = JSON.parse(readFileSync(path, 'utf8'))

const parse = (text: string): Expression => {
  const attribute = parseNative(new SourceFile('type.tf', `x = ${text}\n`)).body.attributes.get('x')
  if (attribute === undefined) throw new Error(text)
  return attribute.expression
}

/** Literals, tuples and objects: all that stands in a default. */
const constant = (expression: Expression): Value => {
  switch (expression.kind) {
    case 'literal':
      return known(expression.value)
    case 'tuple':
      return list('tuple', expression.items.map(constant))
    case 'object':
      return mapping(
        'object',
        expression.items.map(({ key, value }) => [key.kind === 'literal' ? String(key.value) : '', constant(value)]),
      )
    default:
      throw new Error(expression.kind)
  }
}

const converted = (value: Value, type: string): Value => convert(value, parseTypeConstraint(parse(type)), constant)

const askTerraform = ({ type, value }: Conversion): Conversion | undefined => {
  const directory = mkdtempSync(join(tmpdir(), 'tf-das-lint-conversions-'))
  try {
    writeFileSync(join(directory, 'main.tf'), `variable "x" {\n  type = ${type}\n  default = ${value}\n}\n`)
    const console = spawnSync('terraform', ['console'], {
      cwd: directory,
      encoding: 'utf8',
      input: 'base64encode(jsonencode(var.x))\n',
    })
    if (console.error !== undefined) return undefined
    const answer = console.stdout.split('\n').find((line) => line.startsWith('"'))
    if (answer === undefined) return { type, value, fails: true }
    return { type, value, gives: JSON.parse(Buffer.from(answer.slice(1, -1), 'base64').toString()) }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

describe('a variable of type', () => {
  test.each(rows.map((row) => [`${row.type} = ${row.value}`, row] as const))(
    '%s',
    (_, { type, value, gives, fails }) => {
      const result = converted(constant(parse(value)), type)
      if (fails) expect(result).toMatchObject({ kind: 'unknown', failed: true })
      else expect(jsonOf(result), JSON.stringify(result)).toEqual(gives)
    },
  )

  test('is what Terraform on this machine says', { timeout: 60_000 }, (context) => {
    const answers = rows.map(askTerraform)
    if (answers.includes(undefined)) return context.skip('terraform is not on the PATH')
    if (process.env.UPDATE_FUNCTION_TABLES === '1') {
      writeFileSync(path, `[\n${answers.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`)
    } else expect(answers).toEqual(rows)
  })
})

describe('what is not known', () => {
  const arn = cluster('main')

  test('stays what it is', () => {
    expect(converted(arn, 'string')).toBe(arn)
    expect(converted(variable('a'), 'list(string)')).toEqual(variable('a'))
    expect(toStringValue(cluster('main', ['port'], known(5432)))).toEqual(cluster('main', ['port'], known('5432')))
    expect(converted(list('tuple', [arn, known(1)]), 'set(string)')).toEqual(list('set', [known('1'), arn]))
    expect(
      converted(
        mapping('object', [
          ['arn', arn],
          ['other', known(1)],
        ]),
        'object({ arn = string })',
      ),
    ).toEqual(mapping('object', [['arn', arn]]))
    expect(converted(choice([arn, known(1)], ['why']), 'string')).toEqual(choice([arn, known('1')], ['why']))
    expect(converted(instances(arn), 'map(string)')).toEqual(instances(arn))
  })

  test('fails only where no value could do', () => {
    expect(toNumber({ kind: 'text', parts: ['a', arn] })).not.toHaveProperty('failed')
    expect(toBool(known(1))).toMatchObject({ failed: true })
    expect(converted(instances(arn), 'list(string)')).toMatchObject({ failed: true })
  })

  test('keeps its origin and its sensitivity', () => {
    const sensitive = { ...list('tuple', [known(1)]), sensitive: true } as const
    expect(converted(sensitive, 'list(string)')).toMatchObject({ type: 'list', sensitive: true })
    expect(toStringValue({ ...known(1), sensitive: true })).toEqual({ ...known('1'), sensitive: true })
  })
})

describe('identity', () => {
  test('is the same for what is certain to be equal', () => {
    const resource = cluster('main')
    expect(identity(resource)).toBe(identity({ ...resource, value: known('arn') }))
    expect(identity(list('tuple', [resource]))).toBe(identity(list('tuple', [{ ...resource }])))
    expect(identity(variable('a'))).toBe(identity(variable('a')))
  })

  test('differs where anything does', () => {
    const values = [
      known(1),
      known('1'),
      known(null),
      list('tuple', [known(1)]),
      list('set', [known(1)]),
      cluster('main'),
      cluster('main', ['id']),
      cluster('other'),
      cluster('main', ['arn'], undefined, { kind: 'known', value: 0 }),
      cluster('main', ['arn'], undefined, { kind: 'known', value: '0' }),
      cluster('main', ['arn'], undefined, { kind: 'each', keys: 'a', because: [] }),
      instances(cluster('main')),
      instances(cluster('main'), 'others'),
      variable('a'),
      mapping('object', [['a', known(1)]]),
      mapping('object', [['b', known(1)]]),
    ]
    expect(new Set(values.map(identity)).size).toBe(values.length)
  })

  test('is nothing for what may differ at every look', () => {
    expect(identity(choice([known(1), known(2)], []))).toBeUndefined()
    expect(identity({ kind: 'unknown', because: [] })).toBeUndefined()
    expect(identity(cluster('main', ['arn'], undefined, { kind: 'any', because: [] }))).toBeUndefined()
    expect(identity(list('tuple', [{ kind: 'unknown', because: [] }]))).toBeUndefined()
  })
})
