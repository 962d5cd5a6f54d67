import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { inputNames } from '../../src/action/inputs.js'
import { faults, read } from '../workflows/documents.js'
import { metadata } from './runner.js'

describe('action.yml', () => {
  it('is what the published schema of action metadata describes', () => {
    expect(faults('github-actions', read('action.yml'))).toEqual([])
  })

  it.each([
    ['runtime that there is not', { runs: { using: 'node21', main: 'dist/action.cjs' } }],
    ['input that is not described', { inputs: { paths: { default: '.' } } }],
    ['name that no workflow can write', { inputs: { 'a b': { description: 'An input.' } } }],
  ])('would be refused with a %s', (_, wrong) => {
    expect(faults('github-actions', stringify({ ...metadata(), ...wrong }))).not.toEqual([])
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
