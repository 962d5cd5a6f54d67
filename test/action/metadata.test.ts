import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { inputNames } from '../../src/action/inputs.js'
import { metadata, root } from './runner.js'

/** SchemaStore's `github-action.json` (Apache-2.0), as check-jsonschema 0.39.0 of PyPI has it among its vendored schemas. */
const schema = JSON.parse(readFileSync(`${root}test/action/github-action.schema.json`, 'utf8'))
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema)

describe('action.yml', () => {
  it('is what the published schema of action metadata describes', () => {
    expect([validate(metadata()), validate.errors]).toEqual([true, null])
  })

  it.each([
    ['runtime that there is not', { runs: { using: 'node21', main: 'dist/action.cjs' } }],
    ['input that is not described', { inputs: { paths: { default: '.' } } }],
    ['name that no workflow can write', { inputs: { 'a b': { description: 'An input.' } } }],
  ])('would be refused with a %s', (_, wrong) => {
    expect(validate({ ...metadata(), ...wrong })).toBe(false)
  })

  it('has the inputs that are read, and the outputs that are promised', () => {
    expect(Object.keys(metadata().inputs)).toEqual([...inputNames])
    expect(Object.keys(metadata().outputs)).toEqual(['findings', 'errors', 'warnings', 'sarif-file', 'patch-file'])
  })

  it('describes each in one sentence', () => {
    const { inputs, outputs } = metadata()
    for (const { description } of [...Object.values(inputs), ...Object.values(outputs)]) {
      expect(description).toMatch(/^[A-Z][^.]*(?:\.[a-z][^.]*)*\.$/)
    }
  })

  it('says the default of each input, and sets it where there is one for all', () => {
    for (const [name, { description, default: fallback }] of Object.entries(metadata().inputs)) {
      if (fallback === undefined) expect(description, name).toMatch(/by default/)
    }
  })

  it('runs the bundle on the newest runtime of the runner', () => {
    expect(metadata().runs).toEqual({ using: 'node24', main: 'dist/action.cjs' })
  })
})
