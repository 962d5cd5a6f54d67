import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type InputName, type Inputs, inputsOf } from '../../src/action/inputs.js'
import { UserError } from '../../src/source/diagnostic.js'

const read = (given: Partial<Record<InputName, string>>): Inputs => inputsOf((name) => given[name] ?? '')

const mistake = (given: Partial<Record<InputName, string>>): readonly (string | undefined)[] => {
  try {
    read(given)
  } catch (error) {
    if (error instanceof UserError) return [error.message, error.hint]
    throw error
  }
  throw new Error('nothing is wrong')
}

describe('the inputs', () => {
  it('have defaults', () => {
    expect(read({})).toEqual({
      paths: ['.'],
      plans: [],
      source: undefined,
      config: undefined,
      failOn: undefined,
      strict: undefined,
      fixSuggestions: false,
      sarif: { kind: 'temporary' },
      summary: true,
      annotations: true,
      onlyChanged: false,
      baseline: undefined,
      token: undefined,
      workingDirectory: '.',
    })
  })

  it('take a path a line, with blanks in it but not around it', () => {
    expect(read({ paths: 'infra\r\n\n  my modules/db \nenvs/*' }).paths).toEqual(['infra', 'my modules/db', 'envs/*'])
  })

  it('lint nothing beside a plan that nobody named', () => {
    expect(read({ plan: 'plan.json' })).toMatchObject({ paths: [], plans: ['plan.json'] })
    expect(read({ plan: 'plan.json', paths: 'infra' })).toMatchObject({ paths: ['infra'], plans: ['plan.json'] })
  })

  it.each(['true', 'True', 'TRUE'])('take %s as YAML writes it', (text) => {
    expect(read({ strict: text, 'only-changed': text, 'fix-suggestions': text })).toMatchObject({
      strict: true,
      onlyChanged: true,
      fixSuggestions: true,
    })
  })

  it('switch off', () => {
    expect(read({ strict: 'false', summary: 'False', annotations: 'FALSE', 'sarif-file': 'false' })).toMatchObject({
      strict: false,
      summary: false,
      annotations: false,
      sarif: { kind: 'none' },
    })
  })

  it('name a place for SARIF', () => {
    expect(read({ 'sarif-file': 'true' }).sarif).toEqual({ kind: 'temporary' })
    expect(read({ 'sarif-file': 'out/das.sarif' }).sarif).toEqual({ kind: 'file', path: 'out/das.sarif' })
  })

  it('say which of them is wrong, and what was meant', () => {
    expect(mistake({ 'fail-on': 'erorr' })).toEqual([
      'the input fail-on is error, warning, note or never; not "erorr"',
      'did you mean error?',
    ])
    expect(mistake({ strict: 'maybe' })).toEqual(['the input strict is true or false; not "maybe"', undefined])
    expect(mistake({ annotations: 'ture' })).toEqual([
      'the input annotations is true or false; not "ture"',
      'did you mean true?',
    ])
    expect(mistake({ source: 'a\nb' })[0]).toBe('the input source has several lines, and takes one')
    expect(mistake({ paths: 'infra\n-' })[0]).toBe('the input paths has the path -, and a step has no standard input')
  })

  it('are read, or refused in a sentence, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom<InputName>('paths', 'fail-on', 'strict', 'source'), fc.string()),
        (given) => {
          try {
            expect(read(given).paths.length).toBeGreaterThan(0)
          } catch (error) {
            if (!(error instanceof UserError)) throw error
            expect(error.message).toMatch(/^the input (paths|fail-on|strict|source) /)
          }
        },
      ),
      { seed: 6, numRuns: 300 },
    )
  })
})
